package org.greenplan.waters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.follow.Ground;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.network.Drawn;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.supply.Green;
import org.greenplan.supply.Row;
import org.greenplan.supply.Shores;
import org.greenplan.supply.Stages;
import org.greenplan.supply.Tables;
import org.greenplan.water.Stage;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What a plan has about water beside the drawn network: its tables, the green that wants to be watered, and the green of the shores. */
public record WaterGround(Ground ground) {
    /** The tables, as the plan's records have them. */
    public Tables tables() {
        return Tables.of(this::rows);
    }

    private List<Row> rows(String kind) {
        return ground.catalogue()
                .find(kind)
                .map(type -> new FeatureStore(ground.session())
                        .all(type).stream()
                                .map(record ->
                                        new Row(record.ref().toString(), WaterWords.values(type, record.attributes())))
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

    /** How green the shores of the lakes are in a state of the works: existing green, and the net shapes of plots that are there then. */
    public Shores shores(Network drawn, Tables tables, Stage state) {
        Map<String, Geometry> lakes = new TreeMap<>();
        Map<String, List<Geometry>> green = new TreeMap<>();
        for (Drawn thing : drawn.drawing().things().values()) {
            if (thing.kind() == Kind.LAKE) {
                Envelope near = thing.shape().getEnvelopeInternal();
                near.expandBy(Shores.reachM(tables));
                Envelope lonLat = ground.crs()
                        .toLonLat(thing.shape().getFactory().toGeometry(near))
                        .getEnvelopeInternal();
                lakes.put(thing.id(), thing.shape());
                green.put(thing.id(), greenIn(lonLat, state));
            }
        }
        return Shores.of(lakes, green, tables);
    }

    private List<Geometry> greenIn(Envelope lonLat, Stage state) {
        List<Geometry> green = new ArrayList<>();
        var features = new FeatureStore(ground.session());
        for (LayerType layer : ground.catalogue().withRole(Role.BASELINE)) {
            features.inBox(layer, lonLat)
                    .forEach(existing -> green.add(ground.crs().toPlane(existing.geometry())));
        }
        new LedgerStore(ground.session()).netShapes(lonLat).forEach(net -> {
            LayerType layer = ground.catalogue().get(net.getKey().layer());
            boolean there = features.find(net.getKey())
                    .map(plot -> Stages.of(Objects.toString(layer.value(AttributeRole.STATUS, plot.attributes()), "")))
                    .filter(stage -> stage.isThereAt(state))
                    .isPresent();
            if (there) {
                green.add(ground.crs().toPlane(net.getValue()));
            }
        });
        return green;
    }
}
