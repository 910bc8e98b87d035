package org.greenplan.report;

import java.time.Instant;
import java.util.ArrayList;
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
import org.greenplan.plan.FeatureQuery;
import org.greenplan.plan.FeatureRef;
import org.greenplan.plan.FeatureStore;
import org.greenplan.plan.HistoryStore;
import org.greenplan.plan.LedgerStore;
import org.greenplan.problem.Words;
import org.greenplan.store.Session;
import org.greenplan.target.Targets;
import org.jspecify.annotations.Nullable;

/** Puts the report together from one consistent reading of the store. */
public record ReportReader(Catalogue catalogue, PlanProfile profile) {
    private static final String ZONES = "sub_districts";

    /** The report as the store stands; where the uncounted parts of plots went is looked up for the most costly ones. */
    public Report read(Session session, Instant at) {
        List<LedgerStore.Row> rows = new LedgerStore(session).rows();
        Report bare = of(rows, zones(session), at, new HistoryStore(session).lastNumber(), Map.of());
        var losses = new LossReader(session, profile).read(bare.overlapping());
        return losses.isEmpty() ? bare : of(rows, zones(session), at, bare.lastChangeset(), losses);
    }

    /**
     * The report of lines of the ledger.
     *
     * @param zones names of the sub-districts by number
     * @param losses where uncounted parts went, for the plots that were looked at
     */
    Report of(
            List<LedgerStore.Row> rows,
            Map<Long, String> zones,
            Instant at,
            long lastChangeset,
            Map<FeatureRef, List<Report.Loss>> losses) {
        ReportSums sums = new ReportSums(catalogue, zones);
        List<Report.Plot> plots = new ArrayList<>();
        rows.forEach(row -> plots.add(plot(row, losses.getOrDefault(row.ref(), List.of()))));
        return new Report(
                profile,
                at,
                lastChangeset,
                statuses(),
                Targets.of(profile, catalogue, rows),
                sums.total(rows),
                sums.sections(rows),
                plots);
    }

    private Map<Long, String> zones(Session session) {
        Map<Long, String> names = new LinkedHashMap<>();
        catalogue.find(ZONES).ifPresent(layer -> new FeatureStore(session)
                .stream(
                        layer,
                        FeatureQuery.all(),
                        f -> names.put(
                                f.ref().id(), Objects.toString(f.attributes().get("name"), ""))));
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

    private Report.Plot plot(LedgerStore.Row row, List<Report.Loss> losses) {
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
                losses);
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
