package org.greenplan.reshape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Numbers for plots by a pattern such as {@code {区}-{图层}-{序3}}: of each sub-district, layer and year on their own, the next free one, in the
 * order in which a map is read.
 */
final class Numbering {
    private static final Pattern MARK = Pattern.compile("\\{(区|zone|图层|layer|年|year|序|n)([1-9]?)\\}");
    private static final Pattern COUNT = Pattern.compile("\\{(?:序|n)[1-9]?\\}");
    private static final int MOST_DIGITS = 40;

    private Numbering() {}

    /**
     * A plot as far as its number goes.
     *
     * @param key tells it from all others
     * @param box around it on the plane, metres
     */
    record Plot(String key, String zone, String layer, String year, Envelope box) {
        Coordinate middle() {
            return box.centre();
        }
    }

    /**
     * A number for each plot, in their order.
     *
     * @param taken those that other plots have
     * @param first where counting begins
     * @throws Problem.Invalid where the pattern counts nothing or what it makes is too long
     */
    static List<String> of(String pattern, List<Plot> plots, Set<String> taken, int first) {
        require(pattern);
        Set<String> used = new HashSet<>(taken);
        Map<String, Integer> next = new HashMap<>();
        Map<Plot, String> numbers = new HashMap<>();
        for (Plot plot : inReadingOrder(plots)) {
            String series = filled(pattern, plot, -1);
            int count = next.getOrDefault(series, first);
            while (used.contains(filled(pattern, plot, count))) {
                count++;
            }
            String number = filled(pattern, plot, count);
            if (number.length() > MOST_DIGITS) {
                throw new Problem.Invalid(
                        Words.of(
                                "编号“" + number + "”超过 " + MOST_DIGITS + " 个字，请缩短规则。",
                                "\"" + number + "\" is longer than " + MOST_DIGITS
                                        + " characters; shorten the pattern."),
                        "pattern");
            }
            used.add(number);
            next.put(series, count + 1);
            numbers.put(plot, number);
        }
        return plots.stream().map(plot -> numbers.getOrDefault(plot, "")).toList();
    }

    /** From the north down, row by row, each from west to east; what lies beside the first of a row is in it. */
    static List<Plot> inReadingOrder(List<Plot> plots) {
        List<Plot> rest = new ArrayList<>(plots);
        rest.sort(Comparator.comparingDouble((Plot plot) -> -plot.middle().y));
        List<Plot> ordered = new ArrayList<>();
        while (!rest.isEmpty()) {
            Plot first = rest.get(0);
            double least = first.middle().y - first.box().getHeight() / 2;
            List<Plot> row = rest.stream()
                    .filter(plot -> plot.middle().y >= least)
                    .sorted(Comparator.comparingDouble(plot -> plot.middle().x))
                    .toList();
            ordered.addAll(row);
            rest.removeAll(row);
        }
        return ordered;
    }

    private static void require(String pattern) {
        if (!COUNT.matcher(pattern).find()) {
            throw new Problem.Invalid(
                    Words.of(
                            "规则里要有 {序}（或补零的 {序3}），还可用 {区}、{图层}、{年}。",
                            "The pattern needs {n} (or {n3} with zeros before it); {zone}, {layer} and {year} are known, too."),
                    "pattern");
        }
    }

    /** The pattern filled in; of a negative count the series, whatever its number. */
    private static String filled(String pattern, Plot plot, int count) {
        Matcher marks = MARK.matcher(pattern);
        var text = new StringBuilder();
        while (marks.find()) {
            String value =
                    switch (marks.group(1)) {
                        case "区", "zone" -> plot.zone();
                        case "图层", "layer" -> plot.layer();
                        case "年", "year" -> plot.year();
                        default -> count < 0 ? "\n" : padded(count, marks.group(2));
                    };
            marks.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return marks.appendTail(text).toString();
    }

    private static String padded(int count, String digits) {
        return digits.isEmpty() ? Integer.toString(count) : String.format(Locale.ROOT, "%0" + digits + "d", count);
    }
}
