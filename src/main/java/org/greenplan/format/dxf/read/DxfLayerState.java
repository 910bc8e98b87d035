package org.greenplan.format.dxf.read;

import org.greenplan.format.SourceFile;
import org.greenplan.format.dxf.DxfEntity;

/**
 * A layer as the drawing's table describes it.
 *
 * @param colour AutoCAD colour number, or a true colour as {@code #rrggbb}
 */
record DxfLayerState(String name, String colour, boolean frozen, boolean off) {
    static DxfLayerState of(DxfEntity record) {
        String name = record.textOf(2);
        int aci = record.integer(62, 7);
        return new DxfLayerState(
                name == null ? "0" : name.strip(), colour(record, Math.abs(aci)), record.flag(70, 1), aci < 0);
    }

    /** The true colour of a record (group 420) where it has one, else the number given. */
    static String colour(DxfEntity record, int aci) {
        int trueColour = record.find(420);
        return trueColour < 0
                ? String.valueOf(aci)
                : String.format(java.util.Locale.ROOT, "#%06x", record.integer(trueColour) & 0xFFFFFF);
    }

    /** Where one of that name was never described. */
    static DxfLayerState unknown(String name) {
        return new DxfLayerState(name, "7", false, false);
    }

    static String key(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    /** For people: the layer inside its file. */
    String in(SourceFile file) {
        return file.name() + " / " + name;
    }
}
