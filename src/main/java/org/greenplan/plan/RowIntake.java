package org.greenplan.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.geo.GeometryNote;
import org.greenplan.geo.GeometryRepair;
import org.greenplan.history.OutsideRow;
import org.greenplan.history.Told;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Holds a row that another program wrote against the catalogue, as a changeset is held, but value by value, for its author is not there
 * to mend it: what cannot be taken falls back alone, and is told.
 */
final class RowIntake {
    private static final int MOST_SHOWN = 60;

    private final Catalogue catalogue;
    private final PlanCrs crs;
    private final int planYear;
    private final LayerType layer;
    private final OutsideRow row;
    private final @Nullable Feature before;
    private final List<Told> told = new ArrayList<>();

    /**
     * @param planYear the year of new plots
     * @param before the feature as history knows it; null for a new one
     */
    RowIntake(
            Catalogue catalogue, PlanCrs crs, int planYear, LayerType layer, OutsideRow row, @Nullable Feature before) {
        this.catalogue = catalogue;
        this.crs = crs;
        this.planYear = planYear;
        this.layer = layer;
        this.row = row;
        this.before = before;
    }

    /** What its author should know, of the values and of the shape that were asked for. */
    List<Told> told() {
        return List.copyOf(told);
    }

    /** Every attribute of the catalogue, fit for the plan. */
    Map<String, @Nullable Object> attributes() {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (Attribute attribute : layer.attributes()) {
            attributes.put(attribute.name(), value(attribute, row.values().get(attribute.name())));
        }
        return attributes;
    }

    /** The shape fit for the plan; the last good one, or none, where it cannot be mended. */
    @Nullable
    Geometry shape() {
        Geometry drawn = row.shape();
        if (before != null && drawn != null && drawn.equalsExact(before.geometry())) {
            return before.geometry();
        }
        try {
            if (drawn == null && row.bytes() != null) {
                throw unreadable();
            }
            GeometryRepair.Repaired mended = ChangeIntake.repaired(layer, drawn, crs);
            for (GeometryNote note : mended.notices()) {
                told.add(new Told(row.ref(), Told.Kind.MENDED, note.words(), null));
            }
            return mended.geometry();
        } catch (Problem.Invalid e) {
            return refused(e.words());
        } catch (RuntimeException e) {
            return refused(Words.of("图形无法处理。", "The shape cannot be worked with."));
        }
    }

    /** Keeps what was drawn whole and goes back to what was. */
    @Nullable
    Geometry refused(Words why) {
        Words what = before == null
                ? Words.of(
                        why.zh() + "新要素未收入规划，所画内容保留在此。",
                        why.en() + " The new feature was not taken in; what was drawn is kept here.")
                : Words.of(
                        why.zh() + "图形已恢复为原样，所画内容保留在此。",
                        why.en() + " The shape was put back; what was drawn is kept here.");
        told.add(new Told(row.ref(), Told.Kind.REFUSED, what, row.text()));
        return before == null ? null : before.geometry();
    }

    /** Keeps what was written of a record and goes back to what was. */
    void refusedRecord(Words why) {
        Words what = before == null
                ? Words.of(why.zh() + "新记录未收入规划。", why.en() + " The new record was not taken in.")
                : Words.of(why.zh() + "记录已恢复为原样。", why.en() + " The record was put back.");
        told.add(new Told(row.ref(), Told.Kind.REFUSED, what, row.text()));
    }

    private @Nullable Object value(Attribute attribute, @Nullable Object given) {
        Object old = before == null
                ? layer.beginning(attribute, planYear)
                : before.attributes().get(attribute.name());
        if (Objects.equals(given, old) || (before == null && given == null)) {
            return old;
        }
        try {
            Object value = new AttributeCheck(catalogue, layer, planYear).value(attribute, given, attribute.name());
            if (value == null && attribute.required()) {
                throw new Problem.Invalid(
                        Words.of(
                                "“" + attribute.title().zh() + "”必填。",
                                attribute.title().en() + " is required."),
                        attribute.name());
            }
            return value;
        } catch (Problem.Invalid e) {
            told.add(new Told(row.ref(), Told.Kind.VALUE, fallenBack(e.words(), given, old), row.text()));
            return old;
        }
    }

    private static Words fallenBack(Words why, @Nullable Object given, @Nullable Object old) {
        return Words.of(
                why.zh() + "外部写入“" + shown(given, "空") + "”，未采用；现为“" + shown(old, "空") + "”。",
                why.en() + " \"" + shown(given, "nothing") + "\" was written outside and not taken; it is \""
                        + shown(old, "nothing") + "\".");
    }

    private static String shown(@Nullable Object value, String none) {
        if (value == null) {
            return none;
        }
        String text = value instanceof byte[] bytes ? bytes.length + " bytes" : value.toString();
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(MOST_SHOWN)
                .forEach(c -> shown.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '\ufffd' : c));
        return text.codePointCount(0, text.length()) > MOST_SHOWN ? shown + "…" : shown.toString();
    }

    private static Problem.Invalid unreadable() {
        return new Problem.Invalid(Words.of("图形的数据无法读取。", "The bytes of the shape cannot be read."), "geometry");
    }
}
