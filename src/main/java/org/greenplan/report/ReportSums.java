package org.greenplan.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.CodeList;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.Areas;
import org.greenplan.count.Millionths;
import org.greenplan.count.ZoneKey;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.problem.Words;
import org.greenplan.programme.TargetState;
import org.jspecify.annotations.Nullable;

/** Puts the database's sums together by layer, class, status, sub-district and year, in the order of the catalogue's lists. */
record ReportSums(Catalogue catalogue, Map<ZoneKey, String> zones) {
    /** Value of plots that lack the property. */
    static final String NONE = "none";

    private static final Words NOT_CLASSED = Words.of("未分类", "Not classified");
    private static final Words NO_ZONE = Words.of("各街道（镇）之外", "In no sub-district");
    private static final Words NO_YEAR = Words.of("未定年度", "No year");
    static final Words NO_STATUS = Words.of("未定状态", "No status");
    static final Words UNKNOWN = Words.of("未知", "Unknown");

    Report.Line total(List<Cell> cells) {
        Sum sum = new Sum(catalogue);
        cells.forEach(sum::add);
        return sum.line("all", Words.of("合计", "Total"), true);
    }

    List<Report.Section> sections(List<Cell> cells, List<Cell.InZone> parts) {
        return List.of(
                new Report.Section("layer", Words.of("按图层", "By layer"), byLayer(cells)),
                new Report.Section(
                        "class",
                        Words.of("按绿地分类", "By green class"),
                        byCode(cells, Cell::kind, AttributeRole.CLASS, true)),
                new Report.Section(
                        "status",
                        Words.of("按实施状态", "By status"),
                        byCode(cells, Cell::status, AttributeRole.STATUS, false)),
                new Report.Section("zone", Words.of("按街道（镇）", "By sub-district"), byZone(parts)),
                new Report.Section("year", Words.of("按年度", "By year"), byYear(cells)));
    }

    private List<Report.Line> byLayer(List<Cell> cells) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        catalogue.layers().stream().filter(l -> l.addsGreen()).forEach(l -> sums.put(l.id(), new Sum(catalogue)));
        cells.forEach(
                c -> sums.computeIfAbsent(c.layer(), k -> new Sum(catalogue)).add(c));
        return lines(sums, id -> catalogue.get(id).title());
    }

    private List<Report.Line> byCode(List<Cell> cells, Function<Cell, String> by, AttributeRole role, boolean classes) {
        CodeList codes = catalogue.codes(role).orElse(null);
        Map<String, Sum> sums = new LinkedHashMap<>();
        if (codes != null) {
            codes.codes().forEach(c -> sums.put(c.code(), new Sum(catalogue)));
        }
        cells.forEach(
                c -> sums.computeIfAbsent(by.apply(c), k -> new Sum(catalogue)).add(c));
        return lines(sums, value -> title(codes, value, classes, classes ? NOT_CLASSED : NO_STATUS));
    }

    private List<Report.Line> byYear(List<Cell> cells) {
        Map<String, Sum> sums =
                new TreeMap<>(Comparator.comparing((String y) -> y.equals(NONE)).thenComparing(y -> y));
        cells.forEach(
                c -> sums.computeIfAbsent(c.year(), k -> new Sum(catalogue)).add(c));
        return lines(sums, year -> year.equals(NONE) ? NO_YEAR : Words.of(year + " 年", year));
    }

    /** A plot that lies in two sub-districts has a part in both. */
    private List<Report.Line> byZone(List<Cell.InZone> parts) {
        Map<ZoneKey, Sum> sums = new LinkedHashMap<>();
        zones.keySet().forEach(z -> sums.put(z, new Sum(catalogue)));
        parts.forEach(
                p -> sums.computeIfAbsent(p.zone(), k -> new Sum(catalogue)).add(p));
        List<Report.Line> lines = new ArrayList<>();
        sums.forEach((zone, sum) -> {
            if (sum.plots > 0) {
                lines.add(sum.line(zone.code(), zoneTitle(zone), false));
            }
        });
        return lines;
    }

    private Words zoneTitle(ZoneKey zone) {
        if (zone.equals(ZoneKey.NONE)) {
            return NO_ZONE;
        }
        String name = zones.getOrDefault(zone, "");
        return name.isBlank() ? Words.of("街道 " + zone.id(), "Sub-district " + zone.id()) : Words.of(name, name);
    }

    private static Words title(@Nullable CodeList codes, String value, boolean withCode, Words none) {
        if (value.equals(NONE)) {
            return none;
        }
        return codes == null ? unknown(value) : titled(codes, value, withCode);
    }

    /** The title of a code, with the code before it where people go by codes. */
    static Words titled(CodeList codes, String value, boolean withCode) {
        return codes.find(value)
                .map(Code::title)
                .map(t -> withCode ? Words.of(value + " " + t.zh(), value + " " + t.en()) : t)
                .orElse(unknown(value));
    }

    /** A code that the catalogue does not know (any more) is shown as it stands, and that it is unknown. */
    static Words unknown(String code) {
        return Words.of("未知（" + code + "）", "Unknown (" + code + ")");
    }

    private static List<Report.Line> lines(Map<String, Sum> sums, Function<String, Words> title) {
        List<Report.Line> lines = new ArrayList<>();
        sums.forEach((value, sum) -> {
            if (sum.plots > 0) {
                lines.add(sum.line(value, title.apply(value), true));
            }
        });
        return lines;
    }

    static String text(LayerType layer, LedgerStore.Row row, AttributeRole role) {
        Object value = layer.value(role, row.attributes());
        return value == null || value.toString().isBlank() ? NONE : value.toString();
    }

    private static final class Sum {
        private final Catalogue catalogue;
        private int plots;
        private Areas gross = Areas.ZERO;
        private Areas net = Areas.ZERO;
        private long lengthUm;
        private final Map<String, Areas> byStatus = new LinkedHashMap<>();

        Sum(Catalogue catalogue) {
            this.catalogue = catalogue;
        }

        void add(Cell cell) {
            plots += cell.plots();
            gross = gross.plus(cell.gross());
            net = net.plus(cell.net());
            lengthUm += Millionths.of(cell.lengthM());
            byStatus.merge(known(cell.status()), cell.net(), Areas::plus);
        }

        void add(Cell.InZone part) {
            plots += part.plots();
            net = net.plus(part.net());
            lengthUm += Millionths.of(part.lengthM());
            byStatus.merge(known(part.status()), part.net(), Areas::plus);
        }

        /** A bar has a part for every status of the catalogue and one for the rest, so that its parts make the whole. */
        private String known(String status) {
            boolean known =
                    catalogue.statuses().stream().anyMatch(code -> code.code().equals(status));
            return known ? status : TargetState.UNKNOWN;
        }

        Report.Line line(String value, Words title, boolean wholePlots) {
            return new Report.Line(
                    value,
                    title,
                    plots,
                    wholePlots ? gross : null,
                    net,
                    Millionths.value(lengthUm),
                    Map.copyOf(byStatus));
        }
    }
}
