package org.greenplan.water;

/**
 * A number without which nothing can be said.
 *
 * @param at id of the lake, link, source, licence, demand or typical year that lacks it
 * @param field such as {@code normalM3}
 * @param month 1 to 12, or 0 where the number is the same all year
 */
public record Missing(String at, String field, int month) {}
