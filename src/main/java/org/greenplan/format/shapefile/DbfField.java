package org.greenplan.format.shapefile;

import java.nio.charset.StandardCharsets;

/**
 * A column as the .dbf describes it.
 *
 * @param name its bytes, each as a character of its own: in what encoding they are is not known yet
 * @param type its letter
 * @param offset where it begins in a row, after the mark of deletion
 */
record DbfField(String name, char type, int offset, int length, int decimals) {
    /** The bytes of the name. */
    byte[] nameBytes() {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean isText() {
        return type == 'C';
    }

    /** True for texts and pictures that lie in another file (.dbt, .fpt), of which the row holds only the place. */
    boolean isElsewhere() {
        return "MGPW".indexOf(type) >= 0 || (type == 'B' && length != 8);
    }

    boolean isWhole() {
        return type == 'N' && decimals == 0;
    }
}
