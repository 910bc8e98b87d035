package org.greenplan.supply;

/**
 * Where a value of the plan is filled in.
 *
 * @param id of the feature or record; of a record that there is not yet its kind alone
 * @param attribute by the catalogue's name
 * @param of what people call the thing
 * @param month 1 to 12, or 0 where the value is the same all year or the whole table is meant
 */
public record ValueAt(String id, String attribute, String of, int month) {
    ValueAt in(int other) {
        return new ValueAt(id, attribute, of, other);
    }
}
