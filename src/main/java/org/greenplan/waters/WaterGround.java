package org.greenplan.waters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.follow.Ground;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.supply.Green;
import org.greenplan.supply.Row;
import org.greenplan.supply.Stages;
import org.greenplan.supply.Tables;
import org.locationtech.jts.geom.Coordinate;

/** What a plan has about water beside the drawn network: its tables, and the green that wants to be watered. */
public record WaterGround(Ground ground) {
    /** The tables, as the plan's records have them. */
    public Tables tables() {
        return new Tables(
                rows(Tables.YEARS),
                rows(Tables.INFLOWS),
                rows(Tables.AVAILABILITY),
                rows(Tables.NEEDS),
                rows(Tables.BASIS));
    }

    private List<Row> rows(String kind) {
        return ground.catalogue()
                .find(kind)
                .map(type -> new FeatureStore(ground.session())
                        .all(type).stream()
                                .map(record -> new Row(record.ref().toString(), record.attributes()))
                                .toList())
                .orElse(List.of());
    }

    /** The plots with their net areas; none where nobody has said what green drinks. */
    public List<Green> greens(Tables tables) {
        if (!tables.watersGreen()) {
            return List.of();
        }
        Map<FeatureRef, Coordinate> places = new HashMap<>();
        for (LayerType layer : ground.catalogue().withRole(Role.ADDS_GREEN)) {
            new FeatureStore(ground.session())
                    .stream(
                            layer,
                            FeatureQuery.all(),
                            plot -> places.put(
                                    plot.ref(),
                                    ground.crs()
                                            .toPlane(plot.geometry().getCentroid())
                                            .getCoordinate()));
        }
        List<Green> greens = new ArrayList<>();
        for (LedgerStore.Row line : new LedgerStore(ground.session()).lines(false)) {
            Coordinate at = places.get(line.ref());
            if (at != null && line.net().planeMm2() > 0) {
                LayerType layer = ground.catalogue().get(line.ref().layer());
                String status = Objects.toString(layer.value(AttributeRole.STATUS, line.attributes()), "");
                greens.add(new Green(
                        line.ref().toString(), Stages.of(status), line.net().planeM2(), at));
            }
        }
        return greens;
    }
}
