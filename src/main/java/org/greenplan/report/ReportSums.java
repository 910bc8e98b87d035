package org.greenplan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.CodeList;
import org.greenplan.ledger.Areas;
import org.greenplan.ledger.Share;
import org.greenplan.plan.LedgerStore;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** Sums lines of the ledger by layer, class, status, sub-district and year, in the order of the catalogue's lists. */
record ReportSums(Catalogue catalogue, Map<Long, String> zones) {
    /** Value of plots that lack the property. */
    static final String NONE = "none";

    private static final Words NOT_CLASSED = Words.of("未分类", "Not classified");
    private static final Words NO_ZONE = Words.of("各街道（镇）之外", "In no sub-district");
    private static final Words NO_YEAR = Words.of("未定年度", "No year");
    private static final Words NO_STATUS = Words.of("未定状态", "No status");

    Report.Line total(List<LedgerStore.Row> rows) {
        Sum sum = new Sum();
        rows.forEach(sum::add);
        return sum.line("all", Words.of("合计", "Total"), true);
    }

    List<Report.Section> sections(List<LedgerStore.Row> rows) {
        return List.of(
                new Report.Section("layer", Words.of("按图层", "By layer"), byLayer(rows)),
                new Report.Section("class", Words.of("按绿地分类", "By green class"), byCode(rows, "class", "green_class")),
                new Report.Section(
                        "status", Words.of("按实施状态", "By status"), byCode(rows, Catalogue.STATUS, Catalogue.STATUS)),
                new Report.Section("zone", Words.of("按街道（镇）", "By sub-district"), byZone(rows)),
                new Report.Section("year", Words.of("按年度", "By year"), byYear(rows)));
    }

    private List<Report.Line> byLayer(List<LedgerStore.Row> rows) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        catalogue.layers().stream().filter(l -> l.addsGreen()).forEach(l -> sums.put(l.id(), new Sum()));
        rows.forEach(r -> sums.computeIfAbsent(r.ref().layer(), k -> new Sum()).add(r));
        return lines(sums, id -> catalogue.get(id).title());
    }

    private List<Report.Line> byCode(List<LedgerStore.Row> rows, String attribute, String list) {
        CodeList codes = catalogue.codeLists().get(list);
        Map<String, Sum> sums = new LinkedHashMap<>();
        if (codes != null) {
            codes.codes().forEach(c -> sums.put(c.code(), new Sum()));
        }
        rows.forEach(
                r -> sums.computeIfAbsent(text(r, attribute), k -> new Sum()).add(r));
        boolean classes = attribute.equals("class");
        Words none = classes ? NOT_CLASSED : NO_STATUS;
        return lines(sums, value -> title(codes, value, classes, none));
    }

    private List<Report.Line> byYear(List<LedgerStore.Row> rows) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        rows.stream()
                .map(r -> text(r, "year"))
                .sorted(java.util.Comparator.comparing((String y) -> y.equals(NONE))
                        .thenComparing(y -> y))
                .forEach(y -> sums.put(y, new Sum()));
        rows.forEach(r -> Objects.requireNonNull(sums.get(text(r, "year"))).add(r));
        return lines(sums, year -> year.equals(NONE) ? NO_YEAR : Words.of(year + " 年", year));
    }

    /** A plot that lies in two sub-districts has a part in both. */
    private List<Report.Line> byZone(List<LedgerStore.Row> rows) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        zones.keySet().forEach(z -> sums.put(Long.toString(z), new Sum()));
        for (LedgerStore.Row row : rows) {
            for (Share share : row.shares()) {
                String zone = share.zoneId() == 0 ? NONE : Long.toString(share.zoneId());
                sums.computeIfAbsent(zone, k -> new Sum()).add(row, share.net(), share.lengthM());
            }
        }
        List<Report.Line> lines = new ArrayList<>();
        sums.forEach((zone, sum) -> {
            if (sum.plots > 0) {
                lines.add(sum.line(zone, zoneTitle(zone), false));
            }
        });
        return lines;
    }

    private Words zoneTitle(String zone) {
        if (zone.equals(NONE)) {
            return NO_ZONE;
        }
        String name = zones.getOrDefault(Long.parseLong(zone), "");
        return name.isBlank() ? Words.of("街道 " + zone, "Sub-district " + zone) : Words.of(name, name);
    }

    private static Words title(@Nullable CodeList codes, String value, boolean withCode, Words none) {
        if (value.equals(NONE) || codes == null) {
            return none;
        }
        Words title = codes.find(value).map(Code::title).orElse(Words.of(value, value));
        return withCode ? Words.of(value + " " + title.zh(), value + " " + title.en()) : title;
    }

    private static List<Report.Line> lines(Map<String, Sum> sums, java.util.function.Function<String, Words> title) {
        List<Report.Line> lines = new ArrayList<>();
        sums.forEach((value, sum) -> {
            if (sum.plots > 0) {
                lines.add(sum.line(value, title.apply(value), true));
            }
        });
        return lines;
    }

    static String text(LedgerStore.Row row, String attribute) {
        Object value = row.attributes().get(attribute);
        return value == null || value.toString().isBlank() ? NONE : value.toString();
    }

    private static final class Sum {
        private int plots;
        private Areas gross = Areas.ZERO;
        private Areas net = Areas.ZERO;
        private double lengthM;
        private final Map<String, Areas> byStatus = new LinkedHashMap<>();

        void add(LedgerStore.Row row) {
            add(row, row.net(), row.lengthM());
        }

        void add(LedgerStore.Row row, Areas part, double partLengthM) {
            plots++;
            gross = gross.plus(row.gross());
            net = net.plus(part);
            lengthM += partLengthM;
            byStatus.merge(text(row, Catalogue.STATUS), part, Areas::plus);
        }

        Report.Line line(String value, Words title, boolean wholePlots) {
            return new Report.Line(value, title, plots, wholePlots ? gross : null, net, lengthM, Map.copyOf(byStatus));
        }
    }
}
