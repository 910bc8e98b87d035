package org.greenplan.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.CodeList;
import org.greenplan.catalogue.Label;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.Role;
import org.greenplan.ledger.Areas;
import org.greenplan.ledger.ZoneKey;
import org.greenplan.plan.FeatureQuery;
import org.greenplan.plan.FeatureRef;
import org.greenplan.plan.FeatureStore;
import org.greenplan.plan.HistoryStore;
import org.greenplan.plan.LedgerStore;
import org.greenplan.problem.Words;
import org.greenplan.store.Session;
import org.greenplan.target.TargetState;
import org.greenplan.target.TargetStore;
import org.jspecify.annotations.Nullable;

/** Puts the report together from one consistent reading of the store. */
public record ReportReader(Catalogue catalogue, PlanProfile profile) {
    /** So many plots are looked at; the rest of a very large plan keeps its bare difference. */
    private static final int MOST_LOOKED_AT = 100;

    private static final String DISTRICT = "district";

    /** The report as the store stands. Its list of plots is read as it is walked through, while the session lasts. */
    public Report read(Session session, Instant at) {
        List<LedgerStore.Row> worst = new SumStore(session).worst(MOST_LOOKED_AT);
        var losses = new LossReader(session, profile).read(worst);
        Iterable<LedgerStore.Row> rows = new LedgerStore(session).lines(false);
        return of(gathered(session, worst, losses), () -> plots(rows.iterator(), losses), at);
    }

    /** The report with the first plots only, which needs no store any more. */
    Report readFirst(Session session, Instant at, int plots) {
        Report whole = read(session, at);
        List<Report.Plot> first = new ArrayList<>();
        var list = whole.plots().iterator();
        while (first.size() < plots && list.hasNext()) {
            first.add(list.next());
        }
        return new Report(
                profile,
                at,
                whole.lastChangeset(),
                whole.statuses(),
                whole.targets(),
                whole.total(),
                whole.sections(),
                whole.overlaps(),
                first);
    }

    /**
     * What stores know of a plan's figures.
     *
     * @param zones names of the sub-districts, by precedence
     * @param worst the plots whose overlaps cost most
     * @param losses where their uncounted parts went
     */
    record Gathered(
            List<Cell> cells,
            List<Cell.InZone> parts,
            Map<ZoneKey, String> zones,
            List<TargetState> targets,
            long lastChangeset,
            List<LedgerStore.Row> worst,
            Map<FeatureRef, List<Report.Loss>> losses) {}

    Report of(Gathered from, Iterable<Report.Plot> plots, Instant at) {
        ReportSums sums = new ReportSums(catalogue, from.zones());
        int overlapping = from.cells().stream().mapToInt(Cell::overlapping).sum();
        Areas uncounted = from.cells().stream().map(Cell::uncounted).reduce(Areas.ZERO, Areas::plus);
        List<Report.Plot> worst = new ArrayList<>();
        from.worst().forEach(row -> worst.add(plot(row, from.losses())));
        return new Report(
                profile,
                at,
                from.lastChangeset(),
                statuses(),
                from.targets(),
                sums.total(from.cells()),
                sums.sections(from.cells(), from.parts()),
                new Report.Overlaps(overlapping, uncounted, worst),
                plots);
    }

    private Gathered gathered(Session session, List<LedgerStore.Row> worst, Map<FeatureRef, List<Report.Loss>> losses) {
        var store = new SumStore(session);
        return new Gathered(
                store.cells(),
                store.zones(),
                zones(session),
                new TargetStore(session, profile).sums().states(),
                new HistoryStore(session).lastNumber(),
                worst,
                losses);
    }

    private Iterator<Report.Plot> plots(Iterator<LedgerStore.Row> rows, Map<FeatureRef, List<Report.Loss>> losses) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Report.Plot next() {
                return plot(rows.next(), losses);
            }
        };
    }

    private Map<ZoneKey, String> zones(Session session) {
        Map<ZoneKey, String> names = new LinkedHashMap<>();
        for (LayerType layer : catalogue.withRole(Role.BOUNDARY)) {
            if (!layer.id().equals(DISTRICT)) {
                new FeatureStore(session)
                        .stream(
                                layer,
                                FeatureQuery.all(),
                                f -> names.put(
                                        new ZoneKey(layer.id(), f.ref().id()),
                                        Objects.toString(f.attributes().get("name"), "")));
            }
        }
        return names;
    }

    private Map<String, Report.Status> statuses() {
        Map<String, Report.Status> statuses = new LinkedHashMap<>();
        CodeList list = catalogue.codeLists().get(Catalogue.STATUS);
        if (list != null) {
            for (Code code : list.codes()) {
                statuses.put(
                        code.code(),
                        new Report.Status(code.title(), Objects.requireNonNullElse(code.colour(), "#888888")));
            }
        }
        return statuses;
    }

    Report.Plot plot(LedgerStore.Row row, Map<FeatureRef, List<Report.Loss>> losses) {
        LayerType layer = catalogue.get(row.ref().layer());
        var attributes = row.attributes();
        return new Report.Plot(
                row.ref(),
                layer.title(),
                Label.of(layer, attributes, row.ref().id()),
                kind(attributes.get("class")),
                ReportSums.text(row, Catalogue.STATUS),
                "upgrade".equals(attributes.get(Catalogue.EFFECT)),
                attributes.get("year") instanceof Long year ? year : null,
                Boolean.TRUE.equals(attributes.get(Catalogue.ILLUSTRATIVE)),
                row.gross(),
                row.net(),
                row.grossLengthM(),
                row.lengthM(),
                losses.getOrDefault(row.ref(), List.of()));
    }

    private @Nullable Words kind(@Nullable Object code) {
        CodeList classes = catalogue.codeLists().get("green_class");
        if (code == null || classes == null) {
            return null;
        }
        String text = code.toString();
        return classes.find(text)
                .map(c -> Words.of(
                        text + " " + c.title().zh(), text + " " + c.title().en()))
                .orElse(Words.of(text, text));
    }
}
