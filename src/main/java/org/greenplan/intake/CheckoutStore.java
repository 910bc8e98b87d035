package org.greenplan.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.FeatureRef;
import org.greenplan.sql.Session;
import org.greenplan.sql.StoreFailure;
import org.greenplan.sql.Table;
import org.jspecify.annotations.Nullable;

/** The table in a checked-out file that remembers which features, at which versions, it was given out with. */
record CheckoutStore(Session session) {
    static final String TABLE = "greenplan_base";

    private static final Long NO_FEATURE = 0L;

    private static final List<String> COLUMNS = List.of("layer", "feature", "version", "plan", "changeset");

    void create() {
        var table = new Table(
                TABLE,
                "检出清单 checked out",
                null,
                List.of(
                        new Table.Column("layer", AttributeType.TEXT),
                        new Table.Column("feature", AttributeType.INTEGER),
                        new Table.Column("version", AttributeType.INTEGER),
                        new Table.Column("plan", AttributeType.TEXT),
                        new Table.Column("changeset", AttributeType.INTEGER)),
                List.of("feature"));
        try {
            session.dialect().create(session.connection(), table);
        } catch (SQLException e) {
            throw new StoreFailure(TABLE, e);
        }
    }

    /** Notes the features; a layer without any is noted too, for new ones may be drawn into it. */
    void write(String plan, long changeset, List<LayerType> layers, Map<FeatureRef, Integer> versions) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        layers.forEach(layer -> rows.add(List.of(layer.id(), NO_FEATURE, 0L, plan, changeset)));
        versions.forEach(
                (ref, version) -> rows.add(List.of(ref.layer(), ref.id(), Long.valueOf(version), plan, changeset)));
        session.insertMany(TABLE, COLUMNS, rows);
    }

    /** Layers that the file was given out with. */
    List<String> layers() {
        return session.list("SELECT DISTINCT layer FROM " + TABLE + " ORDER BY layer", List.of(), r -> r.getString(1));
    }

    /** Versions by feature number. */
    Map<Long, Integer> versions(LayerType layer) {
        Map<Long, Integer> versions = new LinkedHashMap<>();
        session.each(
                "SELECT feature, version FROM " + TABLE + " WHERE layer = ? AND feature <> ?",
                List.of(layer.id(), NO_FEATURE),
                r -> Map.entry(r.getLong(1), r.getInt(2)),
                e -> versions.put(e.getKey(), e.getValue()));
        return versions;
    }
}
