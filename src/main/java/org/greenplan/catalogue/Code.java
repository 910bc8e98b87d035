package org.greenplan.catalogue;

import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * One value of a code list.
 *
 * @param parent code of the group it belongs to, or null
 * @param rank place in an order of precedence, 1 first (only where the list is ordered, such as the status)
 * @param colour CSS hex colour for the legend, or null
 */
public record Code(String code, Words title, @Nullable String parent, int rank, @Nullable String colour) {}
