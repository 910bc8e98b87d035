package org.greenplan.format;

import org.greenplan.catalogue.AttributeType;
import org.greenplan.problem.Words;

/**
 * A column of a file that leaves the plan.
 *
 * @param name as in the catalogue, or {@code gp_…} for what the plan adds: number, version, label, areas
 * @param shortName the same in at most ten ASCII letters, one of a kind within its layer, for formats that know no longer ones
 */
public record TargetField(String name, String shortName, Words title, AttributeType type) {}
