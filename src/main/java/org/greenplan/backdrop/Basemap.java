package org.greenplan.backdrop;

/**
 * A background map that somebody laid under the plan: what the page knows of it. Addresses and keys stay here.
 *
 * @param kind what it is: {@code online}, or the form of a file
 * @param shifted whether it is put right from GCJ-02 on its way
 * @param removable whether it was laid from the page and is taken away there; else whoever started the program named it
 */
public record Basemap(
        String id,
        String title,
        String attribution,
        String kind,
        boolean shifted,
        boolean removable,
        TileSource source) {
    /** Where the page finds its tiles. */
    public String url() {
        int version = source.version();
        return "/basemaps/" + id + "/{z}/{x}/{y}" + (version == 0 ? "" : "?v=" + Integer.toHexString(version));
    }
}
