package org.greenplan.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.greenplan.oracle.Counted;

/** Holds what the desk says over HTTP against a stranger's recount, and gathers where they differ. */
final class FuzzComparison {
    /** Two projections agree to 1e-8 m, so a plot with a kilometre of border to 1e-5 m². */
    private static final double AREA_M2 = 1e-4;

    /** A millimetre across a border is centimetres along a line that meets it at a slant. */
    private static final double LENGTH_M = 0.05;

    private static final double RELATIVE = 1e-8;
    /** The report looks at the dearest plots of a large plan only. */
    private static final int LOOKED_AT = 100;

    private final HttpDesk plan;
    private final List<Counted> counted;
    private final List<String> differences = new ArrayList<>();

    FuzzComparison(HttpDesk plan, List<Counted> counted) {
        this.plan = plan;
        this.counted = counted;
    }

    /** Every disagreement, in words. */
    List<String> differences() {
        plots();
        targets();
        JsonNode report = plan.json("/api/report.json");
        report(report);
        losses(report);
        return differences;
    }

    private void plots() {
        Map<String, JsonNode> told = byName(plan.json("/api/plots"));
        for (Counted plot : counted) {
            JsonNode row = told.remove(plot.plot().name());
            if (row == null) {
                differences.add(plot.plot().name() + " is missing in /api/plots");
                continue;
            }
            String name = plot.plot().name() + " ";
            near(name + "gross", row.at("/gross/planeM2"), plot.grossM2(), AREA_M2);
            near(name + "gross on the ellipsoid", row.at("/gross/ellipsoidM2"), plot.ellipsoidM2(), AREA_M2);
            near(name + "net", row.at("/net/planeM2"), plot.netM2(), AREA_M2);
            near(name + "net on the ellipsoid", row.at("/net/ellipsoidM2"), plot.netEllipsoidM2(), AREA_M2);
            near(name + "gross length", row.at("/grossLengthM"), plot.grossLengthM(), AREA_M2);
            near(name + "length", row.at("/lengthM"), plot.lengthM(), LENGTH_M);
            List<String> targets = new ArrayList<>();
            row.get("targets").forEach(t -> targets.add(t.asText()));
            for (String target : FuzzTargets.ids()) {
                double amount = FuzzTargets.amount(target, plot);
                if (targets.contains(target) != amount > 0 && !crumb(row, plot, target)) {
                    differences.add(name + "adds to " + targets + " but " + amount + " to " + target);
                }
            }
        }
        told.keySet().forEach(name -> differences.add(name + " is in /api/plots only"));
    }

    /** What rounding leaves of a plot that is wholly covered, in one of the two counts. */
    private static boolean crumb(JsonNode row, Counted plot, String target) {
        double told = target.equals("corridors")
                ? row.at("/lengthM").asDouble()
                : row.at("/net/planeM2").asDouble();
        double most = target.equals("corridors") ? LENGTH_M : AREA_M2;
        return told < most && FuzzTargets.amount(target, plot) < most;
    }

    private void targets() {
        JsonNode states = plan.json("/api/targets");
        for (JsonNode state : states) {
            String id = state.get("id").asText();
            double planned = sum(c -> FuzzTargets.amount(id, c));
            double rough = rough(c -> FuzzTargets.amount(id, c) > 0, id);
            near("target " + id, state.get("planned"), planned, rough);
            near(
                    "missing of " + id,
                    state.get("missing"),
                    Math.max(0, state.get("value").asDouble() - planned),
                    rough);
            state.get("byStatus")
                    .properties()
                    .forEach(status -> near(
                            "target " + id + " " + status.getKey(),
                            status.getValue(),
                            sum(c -> c.plot().text("status").equals(status.getKey()) ? FuzzTargets.amount(id, c) : 0),
                            rough));
        }
    }

    private double rough(java.util.function.Predicate<Counted> which, String target) {
        boolean length = target.equals("corridors");
        return AREA_M2
                + counted.stream()
                        .filter(which)
                        .mapToDouble(c -> length ? LENGTH_M : AREA_M2)
                        .sum();
    }

    private void report(JsonNode report) {
        double roughM2 = rough(c -> true, "");
        double roughM = rough(c -> c.grossLengthM() > 0, "corridors");
        near("report gross", report.at("/total/gross/planeM2"), sum(Counted::grossM2), roughM2);
        near("report net", report.at("/total/net/planeM2"), sum(Counted::netM2), roughM2);
        near("report length", report.at("/total/lengthM"), sum(Counted::lengthM), roughM);
        near("report plots", report.at("/total/plots"), counted.size(), 0);
        for (JsonNode section : report.get("sections")) {
            String key = section.get("key").asText();
            Map<String, JsonNode> lines = new HashMap<>();
            section.get("lines").forEach(line -> lines.put(line.get("value").asText(), line));
            for (String value : values(key)) {
                JsonNode line =
                        lines.getOrDefault(value, com.fasterxml.jackson.databind.node.MissingNode.getInstance());
                String name = "report " + key + " " + value;
                near(name + " net", line.at("/net/planeM2"), sum(c -> net(c, key, value)), roughM2);
                near(name + " length", line.at("/lengthM"), sum(c -> length(c, key, value)), roughM);
            }
            lines.keySet().removeAll(values(key));
            lines.forEach((value, line) -> {
                near("report " + key + " " + value, line.at("/net/planeM2"), 0, AREA_M2);
                near("report " + key + " " + value, line.at("/lengthM"), 0, LENGTH_M);
            });
        }
    }

    private Set<String> values(String section) {
        Set<String> values = new HashSet<>();
        for (Counted plot : counted) {
            if (section.equals("zone")) {
                plot.netByZone().keySet().forEach(zone -> values.add(zone(zone)));
            } else {
                values.add(value(plot, section));
            }
        }
        return values;
    }

    private static String zone(long id) {
        return id == 0 ? "none" : "sub_districts." + id;
    }

    private static long zone(String value) {
        return value.equals("none") ? 0 : Long.parseLong(value.replace("sub_districts.", ""));
    }

    private static String value(Counted plot, String section) {
        String value =
                section.equals("layer") ? plot.plot().layer() : plot.plot().text(section);
        return value.isBlank() ? "none" : value;
    }

    private static double net(Counted plot, String section, String value) {
        if (!section.equals("zone")) {
            return value(plot, section).equals(value) ? plot.netM2() : 0;
        }
        return plot.netByZone().getOrDefault(zone(value), 0.0);
    }

    private static double length(Counted plot, String section, String value) {
        if (!section.equals("zone")) {
            return value(plot, section).equals(value) ? plot.lengthM() : 0;
        }
        return plot.lengthByZone().getOrDefault(zone(value), 0.0);
    }

    /** What others took of a plot, and that it is all that its gross and net differ by. */
    private void losses(JsonNode report) {
        Map<String, JsonNode> told = byName(report.get("plots"));
        for (Counted plot : counted) {
            JsonNode row = told.get(plot.plot().name());
            if (row == null
                    || plot.isUpgrade()
                    || (counted.size() > LOOKED_AT && row.get("losses").isEmpty())) {
                continue;
            }
            Map<String, Double> taken = new HashMap<>(plot.taken());
            double sum = 0;
            for (JsonNode loss : row.get("losses")) {
                double areaM2 = loss.at("/area/planeM2").asDouble();
                sum += areaM2;
                String by = loss.has("id")
                        ? loss.get("layer").asText() + " " + loss.get("id").asLong()
                        : loss.at("/why/en").asText().contains("outside") ? "outside" : "green";
                String what = plot.plot().name() + " loses to " + by;
                near(what, loss.at("/area/planeM2"), taken.getOrDefault(by, 0.0), AREA_M2);
                taken.remove(by);
            }
            taken.forEach((by, areaM2) -> {
                if (areaM2 > 0.01) {
                    differences.add(plot.plot().name() + " loses " + areaM2 + " m2 to " + by + ", which is not told");
                }
            });
            double all =
                    row.at("/gross/planeM2").asDouble() - row.at("/net/planeM2").asDouble();
            if (Math.abs(sum - all) > 1e-5) {
                differences.add(plot.plot().name() + " loses " + all + " m2, its parts are " + sum);
            }
        }
    }

    private static Map<String, JsonNode> byName(JsonNode rows) {
        Map<String, JsonNode> byName = new HashMap<>();
        rows.forEach(row ->
                byName.put(row.get("layer").asText() + " " + row.get("id").asLong(), row));
        return byName;
    }

    private double sum(ToDoubleFunction<Counted> amount) {
        return counted.stream().mapToDouble(amount).sum();
    }

    private void near(String what, JsonNode told, double recounted, double within) {
        double said = told.isMissingNode() ? 0 : told.asDouble();
        if (!(Math.abs(said - recounted) <= within + RELATIVE * Math.abs(recounted))) {
            differences.add(String.format(Locale.ROOT, "%s: told %.6f, recounted %.6f", what, said, recounted));
        }
    }
}
