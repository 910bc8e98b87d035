package org.greenplan.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.CodeList;
import org.greenplan.catalogue.Label;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.Role;
import org.greenplan.count.Areas;
import org.greenplan.count.ZoneKey;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.HistoryStore;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.ZoneOverlaps;
import org.greenplan.problem.Words;
import org.greenplan.programme.TargetState;
import org.greenplan.programme.TargetStore;
import org.greenplan.programme.TargetSums;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/** Puts the report together from one consistent reading of the store. */
public record ReportReader(Catalogue catalogue, PlanProfile profile) {
    /** The page tells of so many plots where their losses went: those that lose most. Files tell it of all. */
    private static final int MOST_ON_PAGE = 100;

    /** Plots of a file that are looked at together, so that all processors have work. */
    private static final int PORTION = 200;

    private static final String UNKNOWN_COLOUR = "#4a4f57";

    /** The report as the store stands. Its list of plots is read as it is walked through, while the session lasts. */
    public Report read(Session session) {
        return read(session, new LossReader(session, profile)::read);
    }

    private Report read(Session session, Looking looking) {
        List<LedgerStore.Row> worst = new SumStore(session).worst(MOST_ON_PAGE);
        var losses = new LossReader(session, profile).read(worst);
        Iterable<LedgerStore.Row> rows = new LedgerStore(session).lines(false);
        return of(gathered(session, worst, losses), () -> plots(rows.iterator(), looking));
    }

    /** The report with the first plots only, which needs no store any more; where their losses went is told of the most costly. */
    Report readFirst(Session session, int plots) {
        Report whole = read(session, rows -> Map.of());
        List<Report.Plot> first = new ArrayList<>();
        var list = whole.plots().iterator();
        while (first.size() < plots && list.hasNext()) {
            first.add(list.next());
        }
        return new Report(
                profile,
                whole.asOf(),
                whole.statuses(),
                whole.targets(),
                whole.total(),
                whole.sections(),
                whole.overlaps(),
                whole.zoneOverlaps(),
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
            Report.AsOf asOf,
            List<LedgerStore.Row> worst,
            Map<FeatureRef, List<Report.Loss>> losses,
            List<Words> zoneOverlaps) {}

    Report of(Gathered from, Iterable<Report.Plot> plots) {
        ReportSums sums = new ReportSums(catalogue, from.zones());
        int overlapping = from.cells().stream().mapToInt(Cell::overlapping).sum();
        Areas uncounted = from.cells().stream().map(Cell::uncounted).reduce(Areas.ZERO, Areas::plus);
        List<Report.Plot> worst = new ArrayList<>();
        from.worst().forEach(row -> worst.add(plot(row, from.losses().get(row.ref()))));
        Report.Line total = sums.total(from.cells());
        return new Report(
                profile,
                from.asOf(),
                statuses(total, from.targets()),
                from.targets(),
                total,
                sums.sections(from.cells(), from.parts()),
                new Report.Overlaps(overlapping, uncounted, worst),
                from.zoneOverlaps(),
                plots);
    }

    private Gathered gathered(Session session, List<LedgerStore.Row> worst, Map<FeatureRef, List<Report.Loss>> losses) {
        var store = new SumStore(session);
        return new Gathered(
                store.cells(),
                store.zones(),
                zones(session),
                new TargetStore(session, profile)
                        .sums(PlanCrs.of(profile.plane()))
                        .states(),
                asOf(session),
                worst,
                losses,
                new ZoneOverlaps(session, PlanCrs.of(profile.plane())).words());
    }

    /** Finds where the losses of some plots went. */
    private interface Looking {
        Map<FeatureRef, List<Report.Loss>> at(List<LedgerStore.Row> rows);
    }

    /** The plots as they are read, looked at in portions. */
    private Iterator<Report.Plot> plots(Iterator<LedgerStore.Row> rows, Looking looking) {
        return new Iterator<>() {
            private Iterator<Report.Plot> portion = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                return portion.hasNext() || rows.hasNext();
            }

            @Override
            public Report.Plot next() {
                if (!portion.hasNext()) {
                    List<LedgerStore.Row> read = new ArrayList<>();
                    do {
                        read.add(rows.next());
                    } while (read.size() < PORTION && rows.hasNext());
                    var losses =
                            looking.at(read.stream().filter(row -> costs(row)).toList());
                    portion = read.stream()
                            .map(row -> plot(row, losses.get(row.ref())))
                            .toList()
                            .iterator();
                }
                return portion.next();
            }
        };
    }

    private Map<ZoneKey, String> zones(Session session) {
        Map<ZoneKey, String> names = new LinkedHashMap<>();
        for (LayerType layer : catalogue.withRole(Role.ZONE)) {
            new FeatureStore(session)
                    .stream(
                            layer,
                            FeatureQuery.all(),
                            f -> names.put(new ZoneKey(layer.id(), f.ref().id()), name(layer, f)));
        }
        return names;
    }

    /** What people call a sub-district, blank where nobody has named it. */
    private static String name(LayerType layer, Feature zone) {
        long id = zone.ref().id();
        String label = Label.of(layer, zone.attributes(), id);
        return label.equals(Label.of(layer, Map.of(), id)) ? "" : label;
    }

    private static Report.AsOf asOf(Session session) {
        return new HistoryStore(session)
                .latest(1, 0).stream()
                        .findFirst()
                        .map(newest -> new Report.AsOf(newest.number(), newest.at(), newest.stamp()))
                        .orElse(Report.AsOf.START);
    }

    private Map<String, Report.Status> statuses(Report.Line total, List<TargetState> targets) {
        Map<String, Report.Status> statuses = new LinkedHashMap<>();
        for (Code code : catalogue.statuses()) {
            statuses.put(
                    code.code(), new Report.Status(code.title(), Objects.requireNonNullElse(code.colour(), "#888888")));
        }
        if (total.netByStatus().containsKey(TargetState.UNKNOWN)
                || targets.stream().anyMatch(t -> t.byStatus().containsKey(TargetState.UNKNOWN))) {
            statuses.put(TargetState.UNKNOWN, new Report.Status(ReportSums.UNKNOWN, UNKNOWN_COLOUR));
        }
        return statuses;
    }

    Report.Plot plot(LedgerStore.Row row, @Nullable List<Report.Loss> losses) {
        LayerType layer = catalogue.get(row.ref().layer());
        var attributes = row.attributes();
        return new Report.Plot(
                row.ref(),
                layer.title(),
                Label.of(layer, attributes, row.ref().id()),
                kind(layer.value(AttributeRole.CLASS, attributes)),
                ReportSums.text(layer, row, AttributeRole.STATUS),
                catalogue.isUpgrade(layer, attributes),
                layer.value(AttributeRole.YEAR, attributes) instanceof Long year ? year : null,
                Boolean.TRUE.equals(layer.value(AttributeRole.ILLUSTRATIVE, attributes)),
                row.gross(),
                row.net(),
                row.grossLengthM(),
                row.lengthM(),
                losses == null && !costs(row) ? List.of() : losses,
                TargetSums.of(profile, catalogue, List.of()).noPieces(row));
    }

    /** Where nothing was lost there is nothing to look for. */
    private boolean costs(LedgerStore.Row row) {
        return row.gross().minus(row.net()).planeM2() > Report.LEAST_OVERLAP_M2
                && !catalogue.isUpgrade(catalogue.get(row.ref().layer()), row.attributes());
    }

    private @Nullable Words kind(@Nullable Object code) {
        CodeList classes = catalogue.codes(AttributeRole.CLASS).orElse(null);
        if (code == null || classes == null) {
            return null;
        }
        return ReportSums.titled(classes, code.toString(), true);
    }
}
