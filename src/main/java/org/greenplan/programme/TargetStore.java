package org.greenplan.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.sql.Session;
import org.greenplan.sql.Tables;

/** Lets the database sum the stored ledger for the targets, so that no plot travels for it. */
public record TargetStore(Session session, PlanProfile profile) {
    /** The sums over every line of the ledger. */
    public TargetSums sums() {
        TargetSums sums = TargetSums.of(profile, session.catalogue(), List.of());
        for (int target = 0; target < profile.targets().size(); target++) {
            TargetLine line = profile.targets().get(target);
            for (LayerType layer : session.catalogue().layers()) {
                if (TargetSums.ofLayer(line, layer)) {
                    sums = sums.with(target, byStatus(line, layer));
                }
            }
        }
        return sums;
    }

    private List<Map.Entry<String, Long>> byStatus(TargetLine line, LayerType layer) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>(List.of(layer.id()));
        for (var where : line.where().entrySet()) {
            Attribute attribute = layer.find(where.getKey()).orElse(null);
            List<String> wanted = where.getValue();
            conditions.add(wanted.isEmpty() ? "1 = 0" : text(attribute) + " IN (" + Session.marks(wanted.size()) + ")");
            values.addAll(wanted);
        }
        boolean pieces = line.measure() == TargetLine.Measure.COUNT;
        if (pieces && layer.find(Catalogue.EFFECT).isPresent() && !line.where().containsKey(Catalogue.EFFECT)) {
            conditions.add("coalesce(f.effect, '') <> 'upgrade'");
        }
        if (pieces) {
            conditions.add("l.own_plane_mm2 >= ?");
            values.add(TargetSums.leastMm2(line));
        }
        String status = layer.find(Catalogue.STATUS).map(TargetStore::text).orElse("''");
        String sql = "SELECT " + status + " AS status, sum(" + amount(line) + ") FROM " + Session.quoted(layer.id())
                + " f JOIN " + Tables.LEDGER + " l ON l.feature = f.fid AND l.layer = ?"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions)) + " GROUP BY 1";
        return session.list(sql, values, row -> Map.entry(Objects.toString(row.getString(1), ""), row.getLong(2)));
    }

    /** Whole numbers, as {@link TargetSums} keeps them: the database's sum is exact. */
    private static String amount(TargetLine line) {
        return switch (line.measure()) {
            case NET_AREA -> line.method() == TargetLine.AreaMethod.PLANE ? "l.net_plane_mm2" : "l.net_ellipsoid_mm2";
            case LENGTH -> "l.length_um";
            case COUNT -> "1";
        };
    }

    /** An attribute as the words of a target spell its values; what a layer does not have is never set. */
    private static String text(@org.jspecify.annotations.Nullable Attribute attribute) {
        if (attribute == null) {
            return "''";
        }
        String column = "f." + Session.quoted(attribute.name());
        return attribute.type() == AttributeType.BOOLEAN
                ? "CASE WHEN " + column + " THEN 'true' WHEN NOT " + column + " THEN 'false' ELSE '' END"
                : "coalesce(CAST(" + column + " AS TEXT), '')";
    }
}
