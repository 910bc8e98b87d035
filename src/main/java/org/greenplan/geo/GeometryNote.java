package org.greenplan.geo;

import org.greenplan.problem.Words;

/**
 * What was done to a shape so that it could be taken.
 *
 * @param kind short kebab-case name such as {@code ring-closed}
 */
public record GeometryNote(String kind, Words words) {}
