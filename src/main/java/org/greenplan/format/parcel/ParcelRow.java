package org.greenplan.format.parcel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.format.BoundaryPoints;
import org.greenplan.format.FieldTypes;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceRow;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One parcel: what its line says, and its outline.
 *
 * @param line where its line stands in the file
 * @param texts the parts of its line before the {@code @}
 */
record ParcelRow(long number, long line, List<String> texts, BoundaryPoints outline) {
    private static final List<String> NAMES = List.of("界址点数", "地块面积", "地块编号", "地块名称", "图形属性", "图幅号", "地块用途", "地类编码");
    static final int NAMED = NAMES.size();

    private static final int COUNT = 0;
    private static final int HECTARES = 1;
    private static final int ID = 2;
    private static final int NAME = 3;
    private static final int KIND = 4;
    private static final Set<String> KINDS = Set.of("面", "线", "点");
    private static final double M2_PER_HECTARE = 10_000;
    private static final double MU_PER_HECTARE = 15;
    /** Areas are written with four decimals of a hectare, and measured on the plane or on the ellipsoid. */
    private static final double ROUNDING_HA = 0.0002;

    private static final double TOLERANCE = 0.002;

    ParcelRow(long number, long line, List<String> texts) {
        this(number, line, anchored(texts), new BoundaryPoints());
    }

    /** True where the text may be a parcel's line, whatever its parts. */
    static boolean mayBeLine(String text) {
        return KINDS.stream().anyMatch(text::contains);
    }

    /** True for a parcel's line even without its mark: numbers first, and what kind of shape follows further on. */
    static boolean isLine(List<String> texts) {
        return texts.size() > KIND
                && texts.get(COUNT).matches("\\d{0,9}")
                && texts.subList(ID, texts.size()).stream().anyMatch(KINDS::contains);
    }

    /** A name may hold commas, quoted or not: what kind of shape it is stands behind the name, wherever that ends. */
    private static List<String> anchored(List<String> texts) {
        int kind = KIND;
        while (kind < texts.size() && !KINDS.contains(texts.get(kind))) {
            kind++;
        }
        List<String> parts = new ArrayList<>(texts);
        if (kind > KIND && kind < texts.size()) {
            String name = String.join(",", texts.subList(NAME, kind));
            parts = new ArrayList<>(texts.subList(0, NAME));
            parts.add(name);
            parts.addAll(texts.subList(kind, texts.size()));
        }
        parts.replaceAll(ParcelRow::unquoted);
        return List.copyOf(parts);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip()
                : text;
    }

    /** Name of the i-th part of a parcel's line. */
    static String name(int i) {
        return i < NAMED ? NAMES.get(i) : "备用" + (i - NAMED + 1);
    }

    SourceRow sourceRow(List<SourceField> fields) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            values.put(fields.get(i).name(), value(text(i), fields.get(i).type()));
        }
        BoundaryPoints.Shaped shaped = outline.shape(text(KIND));
        List<GeometryNote> notes = new ArrayList<>(shaped.notes());
        checkCount(notes);
        checkArea(shaped.geometry(), notes);
        String id = text(ID);
        String given = id.isEmpty() ? null : id;
        return new SourceRow(number, given, values, shaped.geometry(), notes);
    }

    private static @Nullable Object value(String text, AttributeType type) {
        if (type == AttributeType.TEXT) {
            return text.isEmpty() ? null : text;
        }
        Object value = FieldTypes.typed(text);
        if (type == AttributeType.REAL && value instanceof Long number) {
            return (double) number;
        }
        boolean fits = type == AttributeType.INTEGER ? value instanceof Long : value instanceof Double;
        return fits ? value : null;
    }

    private void checkCount(List<GeometryNote> notes) {
        if (FieldTypes.typed(text(COUNT)) instanceof Long declared
                && declared != outline.vertices()
                && declared != outline.vertices() - outline.closingPoints()) {
            notes.add(new GeometryNote(
                    "point-count-differs",
                    Words.of(
                            "地块行写 " + declared + " 个界址点，实际 " + outline.vertices() + " 个，以实际为准。",
                            "The parcel's line says " + declared + " points; there are " + outline.vertices()
                                    + ", which were taken.")));
        }
    }

    /** Metres only: degrees have no area. */
    private void checkArea(@Nullable Geometry shape, List<GeometryNote> notes) {
        Object declared = value(text(HECTARES), AttributeType.REAL);
        if (shape == null || !(declared instanceof Double hectares) || shape.getDimension() < 2) {
            return;
        }
        if (shape.getEnvelopeInternal().getMaxY() < 1000) {
            return;
        }
        double measured = shape.getArea() / M2_PER_HECTARE;
        if (Math.abs(hectares - measured) <= Math.max(ROUNDING_HA, TOLERANCE * measured)) {
            return;
        }
        String zh = near(hectares, measured * M2_PER_HECTARE)
                ? "（像是平方米）"
                : near(hectares, measured * MU_PER_HECTARE) ? "（像是亩）" : "";
        String en = zh.isEmpty() ? "" : zh.contains("亩") ? " (it looks like mu)" : " (it looks like square metres)";
        String said = text(HECTARES);
        notes.add(new GeometryNote(
                "area-differs",
                Words.of(
                        String.format(Locale.ROOT, "地块行写面积 %s 公顷%s，按坐标为 %.4f 公顷。", said, zh, measured),
                        String.format(
                                Locale.ROOT,
                                "The parcel's line says %s ha%s; by its coordinates it has %.4f ha.",
                                said,
                                en,
                                measured))));
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= 0.01 * b;
    }

    private String text(int i) {
        return i < texts.size() ? texts.get(i) : "";
    }
}
