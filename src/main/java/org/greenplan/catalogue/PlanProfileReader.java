package org.greenplan.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.greenplan.crs.Plane;
import org.greenplan.crs.Planes;
import org.greenplan.geo.Unit;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** Reads what a plan is about, with the lines of its programme. */
public final class PlanProfileReader {
    private static final Set<String> PLAN_KEYS = Set.of(
            "id",
            "title",
            "district",
            "year",
            "plane",
            "plane_epsg",
            "time_zone",
            "illustrative",
            "line_tolerance_m",
            "targets");
    private static final Set<String> TEMPLATE_KEYS = Set.of("id", "title", "targets");
    private static final Set<String> TARGET_KEYS = Set.of(
            "id",
            "title",
            "measure",
            "method",
            "layers",
            "filter",
            "where",
            "min_area_m2",
            "value",
            "unit",
            "due",
            "source");
    private static final List<String> UNITS =
            Stream.of(Unit.values()).map(Unit::id).toList();

    private PlanProfileReader() {}

    /** Lines that programmes of districts have, for whoever makes a plan. */
    public record TargetTemplate(String id, Words title, List<TargetLine> targets) {
        public TargetTemplate {
            targets = List.copyOf(targets);
        }
    }

    /** The profile of a plan inside the program, by its folder's name. */
    public static PlanProfile bundled(String plan, Catalogue catalogue) {
        return read("plan.yaml", Bundled.resource(plan, "plan.yaml"), catalogue);
    }

    /** The profile in a file of a person's. */
    public static PlanProfile read(Path file, Catalogue catalogue) {
        try {
            return read(file.getFileName().toString(), Files.readString(file), catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PlanProfile read(String file, String text, Catalogue catalogue) {
        YamlNode root = YamlNode.parse(file, text);
        var members = root.members(PLAN_KEYS);
        return new PlanProfile(
                root.required(members, "id").text(),
                root.required(members, "title").words(),
                root.required(members, "district").words(),
                root.required(members, "year").integer(),
                plane(root, members),
                timeZone(members.get("time_zone")),
                root.required(members, "illustrative").bool(),
                tolerance(members.get("line_tolerance_m")),
                targets(root, members, catalogue));
    }

    /** A template of a programme: its id and title, and its lines, whose values are left open as a rule. */
    public static TargetTemplate template(String file, String text, Catalogue catalogue) {
        YamlNode root = YamlNode.parse(file, text);
        var members = root.members(TEMPLATE_KEYS);
        return new TargetTemplate(
                root.required(members, "id").text(),
                root.required(members, "title").words(),
                targets(root, members, catalogue));
    }

    private static List<TargetLine> targets(YamlNode root, Map<String, YamlNode> members, Catalogue catalogue) {
        List<TargetLine> targets = new ArrayList<>();
        for (YamlNode item : root.required(members, "targets").items()) {
            targets.add(target(item, catalogue));
        }
        return targets;
    }

    /** A plane by its text; profiles made before there was one name the number of its EPSG code. */
    private static Plane plane(YamlNode root, Map<String, YamlNode> members) {
        YamlNode older = members.get("plane_epsg");
        YamlNode node = older == null ? root.required(members, "plane") : older;
        try {
            return Planes.of(older == null ? node.text() : Integer.toString(older.integer()));
        } catch (Problem.Invalid e) {
            throw node.fault(e.words().zh(), e.words().en());
        }
    }

    private static ZoneId timeZone(@Nullable YamlNode node) {
        if (node == null) {
            return PlanProfile.CHINA_TIME;
        }
        try {
            return ZoneId.of(node.text());
        } catch (DateTimeException e) {
            throw node.fault("时区应为 IANA 名称", "the time zone is a name of the IANA list");
        }
    }

    /** Two lines nearer than a metre are one for every eye; at twenty metres they are two sides of a street. */
    private static double tolerance(@Nullable YamlNode node) {
        if (node == null) {
            return PlanProfile.USUAL_LINE_TOLERANCE_M;
        }
        double metres = node.number();
        if (!(metres >= 1 && metres <= 20)) {
            throw node.fault("应在 1 至 20 米之间", "this is between 1 and 20 m");
        }
        return metres;
    }

    private static TargetLine target(YamlNode item, Catalogue catalogue) {
        var members = item.members(TARGET_KEYS);
        YamlNode unit = item.required(members, "unit");
        if (!UNITS.contains(unit.text())) {
            throw unit.fault("单位应为 " + UNITS + " 之一", "the unit is one of " + UNITS);
        }
        YamlNode due = members.get("due");
        YamlNode method = members.get("method");
        List<String> layers = layers(members.get("layers"), catalogue);
        return new TargetLine(
                item.required(members, "id").text(),
                item.required(members, "title").words(),
                AttributeReader.choice(item.required(members, "measure"), TargetLine.Measure.class),
                method == null
                        ? TargetLine.AreaMethod.PLANE
                        : AttributeReader.choice(method, TargetLine.AreaMethod.class),
                layers,
                filter(members, TargetWhere.of(catalogue, layers)),
                YamlNode.numberOrNull(members.get("min_area_m2")),
                value(members.get("value")),
                unit.text(),
                due == null ? null : due.date(),
                YamlNode.textOrNull(members.get("source")));
    }

    /** What is promised; 0 where it is left open. */
    private static double value(@Nullable YamlNode node) {
        return node == null ? 0 : node.number();
    }

    private static List<String> layers(@Nullable YamlNode node, Catalogue catalogue) {
        if (node == null) {
            return List.of();
        }
        for (YamlNode layer : node.items()) {
            if (catalogue.findLayer(layer.text()).isEmpty()) {
                throw layer.fault("没有图层“" + layer.text() + "”", "there is no layer \"" + layer.text() + "\"");
            }
        }
        return node.texts();
    }

    /** A filter, or the map of codes by attribute that older profiles have in its place. */
    private static @Nullable String filter(Map<String, YamlNode> members, TargetWhere older) {
        YamlNode where = members.get("where");
        if (where == null) {
            return YamlNode.textOrNull(members.get("filter"));
        } else if (members.containsKey("filter")) {
            throw where.fault("有了 filter 就不再写 where", "\"filter\" says it already: leave \"where\" out");
        }
        return older.asFilter(where);
    }
}
