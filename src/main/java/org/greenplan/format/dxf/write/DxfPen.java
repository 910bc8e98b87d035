package org.greenplan.format.dxf.write;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.CodeList;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.format.TargetRow;

/**
 * A layer of the drawing that we write: plots by their class, everything else by its layer of the plan.
 *
 * @param rgb the catalogue's colour
 */
record DxfPen(String layer, int rgb) {
    static final DxfPen LABELS = new DxfPen("标注", 0x202020);
    static final DxfPen CONTEXT_LABELS = new DxfPen("底图标注", 0x808080);
    static final DxfPen VERTICES = new DxfPen("界址点", 0xC00000);
    static final DxfPen TABLE = new DxfPen("界址点表", 0x202020);
    static final DxfPen NOTES = new DxfPen("说明", 0x202020);

    /** What says how far a plot is, not what it is. */
    private static final Set<AttributeRole> NO_CLASS = EnumSet.of(AttributeRole.STATUS, AttributeRole.EFFECT);

    static DxfPen of(LayerType type, Catalogue catalogue, TargetRow row) {
        String fill = type.style().fill();
        int rgb = DxfColour.rgb(fill == null ? type.style().stroke() : fill);
        String title = type.title().zh();
        Optional<Code> code = code(type, catalogue, row);
        if (code.isEmpty()) {
            return new DxfPen(name(title), rgb);
        }
        String colour = code.get().colour();
        return new DxfPen(
                name(title + "-" + code.get().code() + "-" + code.get().title().zh()),
                colour == null ? rgb : DxfColour.rgb(colour));
    }

    /** The same layer's fills, which a designer switches off alone. */
    DxfPen fill() {
        return new DxfPen(layer + "-填充", rgb);
    }

    /** The belts beside a corridor's centre line. */
    DxfPen belt() {
        return new DxfPen(layer + "-绿带", rgb);
    }

    /** The first code list of a plot that says what it is: the park class, the kind of forest. */
    private static Optional<Code> code(LayerType type, Catalogue catalogue, TargetRow row) {
        if (!type.addsGreen() || type.geometry() != GeometryKind.POLYGON) {
            return Optional.empty();
        }
        for (Attribute attribute : type.attributes()) {
            CodeList codes =
                    attribute.codeList() == null ? null : catalogue.codeLists().get(attribute.codeList());
            if (codes != null && (attribute.role() == null || !NO_CLASS.contains(attribute.role()))) {
                Object value = row.values().get(attribute.name());
                return value == null ? Optional.empty() : codes.find(value.toString());
            }
        }
        return Optional.empty();
    }

    /** Without the signs that AutoCAD forbids in names. */
    private static String name(String text) {
        String allowed = text.replaceAll("[<>/\\\\\":;?*|=,`\\p{Cntrl}]", "_").strip();
        return allowed.length() > 120 ? allowed.substring(0, 120) : allowed;
    }
}
