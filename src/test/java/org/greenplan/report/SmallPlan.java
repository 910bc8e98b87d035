package org.greenplan.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.count.Areas;
import org.greenplan.count.Share;
import org.greenplan.count.ZoneKey;
import org.greenplan.feature.FeatureRef;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.programme.Targets;

/** Five plots with round numbers: 40 mu of net green, a corridor of 2.5 km, one pocket park that counts, one that is too small. */
final class SmallPlan {
    static final Catalogue CATALOGUE = CatalogueReader.bundled();
    static final PlanProfile PROFILE = PlanProfileReader.bundled("shangjie", CATALOGUE);
    static final Instant AT = Instant.parse("2026-11-24T02:00:00Z");
    static final String STAMP = "0123456789abcdef0123456789abcdef";
    /** 1 mu in square metres. */
    static final double MU = 2000 / 3.0;

    private SmallPlan() {}

    static Report report() {
        return report("孟津路游园");
    }

    static Report report(String name) {
        return of(rows(name));
    }

    /** The same with two plots whose status and class no catalogue knows: 5 mu shelved, 3 mu of no status at all. */
    static Report withUnknown() {
        List<LedgerStore.Row> rows = new java.util.ArrayList<>(rows("孟津路游园"));
        rows.add(row(
                "parks",
                4,
                attributes("旧园", "X9", "shelved", "new", 2019L),
                5 * MU,
                5 * MU,
                0,
                0,
                List.of(new Share(new ZoneKey("sub_districts", 7), Areas.of(5 * MU, 5 * MU), 0))));
        rows.add(row(
                "parks",
                5,
                attributes("无名园", null, null, "new", 2019L),
                3 * MU,
                3 * MU,
                0,
                0,
                List.of(new Share(new ZoneKey("sub_districts", 8), Areas.of(3 * MU, 3 * MU), 0))));
        return of(rows);
    }

    private static Report of(List<LedgerStore.Row> rows) {
        var losses = Map.of(
                new FeatureRef("parks", 1),
                List.of(new Report.Loss(
                        LossReader.EARLIER, new FeatureRef("afforestation", 1), "北山造林", Areas.of(2 * MU, 2 * MU))));
        var reader = new ReportReader(CATALOGUE, PROFILE);
        var gathered = new ReportReader.Gathered(
                rows.stream().map(SmallPlan::cell).toList(),
                rows.stream().flatMap(SmallPlan::parts).toList(),
                Map.of(new ZoneKey("sub_districts", 7), "济源路街道", new ZoneKey("sub_districts", 8), "峡窝镇"),
                Targets.of(PROFILE, CATALOGUE, rows),
                new Report.AsOf(42, AT, STAMP),
                List.of(rows.get(3), rows.get(0), rows.get(1)),
                losses,
                List.of());
        return reader.of(
                gathered,
                rows.stream()
                        .map(row -> reader.plot(row, losses.get(row.ref())))
                        .toList());
    }

    /** A line as the group that it alone would be. */
    static Cell cell(LedgerStore.Row row) {
        Areas lost = row.gross().minus(row.net());
        boolean costs = lost.planeM2() > Report.LEAST_OVERLAP_M2
                && !"upgrade".equals(row.attributes().get("effect"));
        return new Cell(
                row.ref().layer(),
                text(row, AttributeRole.CLASS),
                text(row, AttributeRole.STATUS),
                text(row, AttributeRole.YEAR),
                1,
                row.gross(),
                row.net(),
                row.lengthM(),
                costs ? 1 : 0,
                costs ? lost : Areas.ZERO);
    }

    private static String text(LedgerStore.Row row, AttributeRole role) {
        return ReportSums.text(CATALOGUE.get(row.ref().layer()), row, role);
    }

    static Stream<Cell.InZone> parts(LedgerStore.Row row) {
        String status = text(row, AttributeRole.STATUS);
        return row.shares().stream().map(s -> new Cell.InZone(s.zone(), status, 1, s.net(), s.lengthM()));
    }

    static List<LedgerStore.Row> rows(String name) {
        return List.of(
                row(
                        "parks",
                        1,
                        attributes(name, "G14", "approved", "new", 2019L),
                        12 * MU,
                        10 * MU,
                        0,
                        0,
                        shares(6, 4)),
                row("parks", 2, attributes("小园", "G14", "proposed", "new", 2019L), 300, 0, 0, 0, List.of()),
                row("parks", 3, attributes("铝城公园", "G11", "completed", "upgrade", 2018L), 90 * MU, 0, 0, 0, List.of()),
                row(
                        "corridors",
                        1,
                        attributes("陇海廊道", null, "proposed", "new", null),
                        25 * MU,
                        10 * MU,
                        3000,
                        2500,
                        shares(0, 10)),
                row(
                        "afforestation",
                        1,
                        attributes("北山造林", null, "completed", "new", 2019L),
                        20 * MU,
                        20 * MU,
                        0,
                        0,
                        shares(20, 0)));
    }

    private static List<Share> shares(double first, double second) {
        List<Share> shares = new java.util.ArrayList<>();
        if (first > 0) {
            shares.add(new Share(new ZoneKey("sub_districts", 7), Areas.of(first * MU, first * MU), 0));
        }
        if (second > 0) {
            shares.add(new Share(
                    new ZoneKey("sub_districts", 8), Areas.of(second * MU, second * MU), second == 10 ? 2500 : 0));
        }
        return shares;
    }

    private static LedgerStore.Row row(
            String layer,
            long id,
            Map<String, Object> attributes,
            double grossM2,
            double netM2,
            double grossLengthM,
            double lengthM,
            List<Share> shares) {
        return new LedgerStore.Row(
                new FeatureRef(layer, id),
                1,
                attributes,
                Areas.of(grossM2, grossM2),
                Areas.of(netM2, netM2),
                Areas.of(netM2, netM2).planeMm2(),
                grossLengthM,
                lengthM,
                shares);
    }

    private static Map<String, Object> attributes(String name, String kind, String status, String effect, Long year) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", name);
        attributes.put("class", kind);
        attributes.put("status", status);
        attributes.put("effect", effect);
        attributes.put("year", year);
        return attributes;
    }
}
