package org.greenplan.count;

/** Which sub-district: layer and number; two layers may both have a number 1. */
public record ZoneKey(String layer, long id) {
    /** What lies in no sub-district. */
    public static final ZoneKey NONE = new ZoneKey("", 0);

    /** The zone in one word, as links of the page and values of the report spell it: {@code sub_districts.7}, or {@code none}. */
    public String code() {
        return equals(NONE) ? "none" : layer + "." + id;
    }
}
