package org.greenplan.report;

import static org.greenplan.html.Markup.at;
import static org.greenplan.html.Markup.el;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.html.Markup;

/** A thin bar that shows how a number divides among the statuses, drawn as SVG so that it also prints. */
final class StatusBar {
    private StatusBar() {}

    /** Fills the whole width. */
    static Markup of(Report report, ReportWords words, Map<String, Double> byStatus) {
        double sum = byStatus.values().stream().mapToDouble(v -> v).sum();
        return of(report, words, byStatus, sum, 0);
    }

    /**
     * A bar on a scale.
     *
     * @param scale what the whole width stands for, in the unit of the values
     * @param mark where to draw the line that is to be reached, or 0 for none
     */
    static Markup of(Report report, ReportWords words, Map<String, Double> byStatus, double scale, double mark) {
        List<Markup> parts = new ArrayList<>();
        parts.add(el("rect.rest", at("x", "0", "y", "0", "width", "1000", "height", "10")));
        double sum = 0;
        List<String> said = new ArrayList<>();
        for (var status : report.statuses().entrySet()) {
            double value = byStatus.getOrDefault(status.getKey(), 0.0);
            if (value > 0 && scale > 0) {
                parts.add(stripe(sum / scale, value / scale, status.getValue().colour()));
                said.add(words.say(status.getValue().title()) + " " + Figures.percent(value, scale));
                sum += value;
            }
        }
        if (mark > 0 && scale > 0) {
            String x = round(Math.min(998, 1000 * mark / scale));
            parts.add(el("line.mark", at("x1", x, "y1", "0", "x2", x, "y2", "10")));
        }
        return el(
                "svg.bar",
                at("viewBox", "0 0 1000 10", "preserveAspectRatio", "none", "role", "img"),
                el(
                        "title",
                        said.isEmpty() ? words.say("尚无地块", "No plots yet") : String.join(words.say("，", ", "), said)),
                parts);
    }

    static Markup legend(Report report, ReportWords words) {
        List<Markup> entries = report.statuses().values().stream()
                .map(s -> el("span", el("svg.key", at("viewBox", "0 0 10 10"), key(s.colour())), words.say(s.title())))
                .toList();
        return el("p.legend", entries);
    }

    /** A stripe from a share of the width on, as wide as another. */
    private static Markup stripe(double from, double width, String colour) {
        String x = round(1000 * from);
        return el("rect", at("x", x, "y", "0", "width", round(1000 * width), "height", "10", "fill", colour));
    }

    private static Markup key(String colour) {
        return el("rect", at("width", "10", "height", "10", "rx", "2", "fill", colour));
    }

    private static String round(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
