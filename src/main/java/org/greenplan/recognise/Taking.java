package org.greenplan.recognise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.PlanCrs;
import org.greenplan.format.FieldTypes;
import org.greenplan.format.PlotId;
import org.greenplan.format.SourceRow;
import org.greenplan.geo.GeometryNote;
import org.greenplan.plan.AttributeCheck;
import org.greenplan.plan.ChangeIntake;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Makes records of a foreign file fit for a layer of the catalogue, by what the planner chose. */
public final class Taking {
    /** How drawings say what a shape was drawn by. */
    private static final String ENTITY = "entity";

    private static final String HATCH = "HATCH";

    private final LayerType layer;
    private final PlanCrs crs;
    private final Placement placement;
    private final LayerChoice choice;
    private final AttributeCheck check;
    /** The attribute that the layer's features are called by; empty where they have no names. */
    private final String nameField;

    /**
     * Records of a layer of the file, laid where the placement says, made fit for the layer that was chosen.
     *
     * @param planYear the year of plots that say none
     */
    public Taking(Catalogue catalogue, PlanCrs crs, int planYear, Placement placement, LayerChoice choice) {
        this.layer = catalogue.layer(choice.target());
        this.crs = crs;
        this.placement = placement;
        this.choice = choice;
        this.check = new AttributeCheck(catalogue, layer, planYear);
        this.nameField = layer.find(AttributeRole.NAME).map(Attribute::name).orElse("");
    }

    /** The layer of the plan that was chosen. */
    public LayerType layer() {
        return layer;
    }

    /** A record, taken or refused. */
    public sealed interface Result {
        long number();
    }

    /**
     * A record that fits.
     *
     * @param baseVersion version of the feature that the file was made from, where it says so
     * @param attributes of a new feature, defaults filled in
     * @param given names of the attributes that the file itself fills
     * @param nameField the attribute that it is called by; empty where the layer has no names
     * @param shape lon/lat degrees, mended
     * @param notes what was done to the shape
     * @param warnings values that could not be taken
     * @param fill true where a drawing fills an area instead of outlining it
     */
    public record Taken(
            long number,
            @Nullable String id,
            @Nullable Integer baseVersion,
            Map<String, @Nullable Object> attributes,
            Set<String> given,
            String nameField,
            Geometry shape,
            List<GeometryNote> notes,
            List<Words> warnings,
            boolean fill)
            implements Result {
        /** The same with a note more. */
        public Taken noted(GeometryNote note) {
            List<GeometryNote> more = new ArrayList<>(notes);
            more.add(note);
            return new Taken(number, id, baseVersion, attributes, given, nameField, shape, more, warnings, fill);
        }

        /** The same under a name that another record of the file gives. */
        public Taken called(String name) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>(attributes);
            named.put(nameField, name);
            Set<String> more = new LinkedHashSet<>(given);
            more.add(nameField);
            return new Taken(number, id, baseVersion, named, more, nameField, shape, notes, warnings, fill);
        }

        /** What the file itself calls it; empty where it has no name. */
        public String name() {
            return given.contains(nameField) ? Objects.toString(attributes.get(nameField), "") : "";
        }
    }

    /**
     * A record that cannot be taken, and why.
     *
     * @param place of the fault in lon/lat degrees, or null
     * @param name what the file calls it; empty where it has no name
     * @param way what the planner may choose to have it taken
     */
    public record Refused(long number, Words reason, @Nullable Object place, String name, Way way) implements Result {
        /** What the planner may choose to have it taken all the same. */
        public enum Way {
            NONE,
            CLOSE_OPEN,
            TAKE_OUTSIDE
        }

        /** A record that would not do whatever were chosen. */
        public Refused(long number, Words reason, @Nullable Object place, String name) {
            this(number, reason, place, name, Way.NONE);
        }

        /** An outline that could be closed by choice. */
        public boolean open() {
            return way == Way.CLOSE_OPEN;
        }

        /** A plot outside the district that could be taken by choice. */
        public boolean outside() {
            return way == Way.TAKE_OUTSIDE;
        }
    }

    /** The record as it would be taken, or why it cannot be. */
    public Result of(SourceRow row) {
        Geometry shape = row.shape();
        if (shape == null || shape.isEmpty()) {
            return new Refused(row.number(), withoutShape(row), null, name(row));
        }
        List<GeometryNote> notes = new ArrayList<>(row.notes());
        try {
            Geometry fitting = new Fitting(layer.geometry(), crs, placement, choice.closeOpen()).of(shape, notes);
            var repaired = ChangeIntake.repaired(layer, placement.toLonLat(fitting), crs);
            notes.addAll(repaired.notices());
            List<Words> warnings = new ArrayList<>();
            Map<String, @Nullable Object> given = given(row);
            Map<String, @Nullable Object> attributes = attributes(row, given, warnings);
            return new Taken(
                    row.number(),
                    row.id(),
                    baseVersion(row),
                    attributes,
                    given.keySet(),
                    nameField,
                    repaired.geometry(),
                    notes,
                    warnings,
                    HATCH.equals(row.values().get(ENTITY)));
        } catch (Problem.Invalid e) {
            Refused.Way way = Fitting.OPEN.equals(e.field()) ? Refused.Way.CLOSE_OPEN : Refused.Way.NONE;
            return new Refused(row.number(), e.words(), e.details().get("place"), name(row), way);
        }
    }

    /** What the file itself calls a record; empty where it says nothing. */
    private String name(SourceRow row) {
        return Objects.toString(given(row).get(nameField), "");
    }

    /** Why a record has no shape, as far as its reader knows. */
    private static Words withoutShape(SourceRow row) {
        String zh =
                String.join("", row.notes().stream().map(n -> n.words().zh()).toList());
        String en =
                String.join(" ", row.notes().stream().map(n -> n.words().en()).toList());
        return Words.of(
                (zh.isEmpty() ? "没有图形。" : zh) + "请在原文件中补上，或跳过这一条。",
                (en.isEmpty() ? "It has no shape." : en) + " Draw it in the file, or leave this record out.");
    }

    private static @Nullable Integer baseVersion(SourceRow row) {
        Object version = row.id() == null ? null : PlotId.versionIn(row.values());
        return version instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    /** What the file fills, by the catalogue's names. */
    private Map<String, @Nullable Object> given(SourceRow row) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        choice.fields().forEach((field, attribute) -> {
            Object value = row.values().get(field);
            if (value != null && !value.toString().isBlank()) {
                given.put(attribute, dated(attribute, value));
            }
        });
        return given;
    }

    /** Files write days in many ways; as a text each stays as it is, as a date it is understood. */
    private Object dated(String attribute, Object value) {
        boolean date = layer.find(attribute)
                .filter(a -> a.type() == AttributeType.DATE)
                .isPresent();
        return date && value instanceof String text ? FieldTypes.dated(text.strip()) : value;
    }

    private Map<String, @Nullable Object> attributes(
            SourceRow row, Map<String, @Nullable Object> given, List<Words> warnings) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(emptied(row));
        whole.putAll(choice.fixed());
        whole.putAll(given);
        if (!nameField.isEmpty()) {
            whole.putIfAbsent(nameField, layer.title().zh() + " " + row.number());
        }
        try {
            return check.of(whole, AttributeCheck.Need.NEW, "properties");
        } catch (Problem.Invalid e) {
            return check.of(acceptable(whole, row.number(), warnings), AttributeCheck.Need.NEW, "properties");
        }
    }

    /**
     * The columns that a plot of ours leaves empty: it has no such value in the plan that it comes from, and takes no default. What
     * other files leave empty they may never have known.
     */
    private Map<String, @Nullable Object> emptied(SourceRow row) {
        Map<String, @Nullable Object> emptied = new LinkedHashMap<>();
        if (PlotId.is(row.id())) {
            layer.attributes().stream()
                    .filter(a -> !a.required() && choice.fields().containsValue(a.name()))
                    .forEach(a -> emptied.put(a.name(), null));
        }
        return emptied;
    }

    /** The values that are accepted one by one; the others are told and left to their defaults. */
    private Map<String, @Nullable Object> acceptable(
            Map<String, @Nullable Object> given, long number, List<Words> warnings) {
        Map<String, @Nullable Object> accepted = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put(name, value);
            try {
                check.of(one, AttributeCheck.Need.DRAFT, "properties");
                accepted.put(name, value);
            } catch (Problem.Invalid e) {
                warnings.add(e.words());
            }
        });
        if (!nameField.isEmpty()) {
            accepted.putIfAbsent(nameField, layer.title().zh() + " " + number);
        }
        return accepted;
    }
}
