package org.greenplan.plan;

import org.greenplan.ledger.Areas;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * A part of a draft that adds nothing, and why.
 *
 * @param id the feature that takes it, or null for what lies outside the district
 * @param why counted earlier, existing green, or outside the district
 */
public record Overlap(String layer, @Nullable Long id, String label, Words why, Areas area) {}
