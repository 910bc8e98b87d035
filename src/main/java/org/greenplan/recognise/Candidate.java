package org.greenplan.recognise;

import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * One way to lay a file on the map, and how well it fits.
 *
 * @param insideShare share of the sampled vertices that fall into the district or within 500 m of it, 0 to 1
 * @param boundaryM mean distance of the sampled vertices from the district's boundary in metres where they all lie near it, or null
 * @param declared true where the file itself says so
 * @param reason why it is offered
 */
public record Candidate(
        Placement placement, double insideShare, @Nullable Double boundaryM, boolean declared, Words reason) {}
