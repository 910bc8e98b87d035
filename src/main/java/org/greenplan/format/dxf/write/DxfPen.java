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
 * @param rgb the catalogue's colour; {@link #FOREGROUND} for texts: black on a white sheet and white on a black one
 */
record DxfPen(String layer, int rgb) {
    /** No colour of its own. */
    static final int FOREGROUND = -1;

    private static final int ACI_FOREGROUND = 7;

    static final DxfPen LABELS = new DxfPen("标注", FOREGROUND);
    static final DxfPen CONTEXT_LABELS = new DxfPen("底图标注", FOREGROUND);
    static final DxfPen VERTICES = new DxfPen("界址点", FOREGROUND);
    static final DxfPen TABLE = new DxfPen("界址点表", FOREGROUND);
    static final DxfPen NOTES = new DxfPen("说明", FOREGROUND);

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
                colour == null ? DxfColour.ofClass(rgb, place(type, catalogue, code.get())) : DxfColour.rgb(colour));
    }

    /** AutoCAD's number of the colour. */
    int aci() {
        return rgb == FOREGROUND ? ACI_FOREGROUND : DxfColour.nearest(rgb);
    }

    /** The same layer's fills, which a designer switches off alone. */
    DxfPen fill() {
        return new DxfPen(layer + "-填充", rgb);
    }

    /** The belts beside a corridor's centre line. */
    DxfPen belt() {
        return new DxfPen(layer + "-绿带", rgb);
    }

    private static Optional<Code> code(LayerType type, Catalogue catalogue, TargetRow row) {
        return classes(type, catalogue).flatMap(named -> {
            Object value = row.values().get(named.attribute());
            return value == null ? Optional.empty() : named.codes().find(value.toString());
        });
    }

    private static int place(LayerType type, Catalogue catalogue, Code code) {
        return classes(type, catalogue)
                .map(named -> named.codes().codes().indexOf(code))
                .orElse(0);
    }

    private record Classes(String attribute, CodeList codes) {}

    /** The first code list of a plot that says what it is: the park class, the kind of forest. */
    private static Optional<Classes> classes(LayerType type, Catalogue catalogue) {
        if (!type.addsGreen() || type.geometry() != GeometryKind.POLYGON) {
            return Optional.empty();
        }
        for (Attribute attribute : type.attributes()) {
            CodeList codes =
                    attribute.codeList() == null ? null : catalogue.codeLists().get(attribute.codeList());
            if (codes != null && (attribute.role() == null || !NO_CLASS.contains(attribute.role()))) {
                return Optional.of(new Classes(attribute.name(), codes));
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
