package org.greenplan.ledger;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.count.Borders;
import org.greenplan.count.Zone;
import org.greenplan.count.ZoneKey;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.FeatureRef;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.geo.Overlay;
import org.greenplan.history.HistoryStore;
import org.greenplan.sql.Session;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The district and its sub-districts in the plan's plane. Where no district has been drawn yet, everything counts.
 *
 * @param version newest changeset that touched them
 * @param zones by precedence
 * @param borders the same, indexed
 */
public record Boundaries(long version, Geometry district, List<Zone> zones, Borders borders) {
    public Boundaries {
        zones = List.copyOf(zones);
    }

    /** As the plan stands. */
    public static Boundaries read(Session session, PlanCrs crs) {
        return read(Neighbourhood.of(session, crs));
    }

    /** As a view of the plan has them. */
    static Boundaries read(Neighbourhood plan) {
        Session session = plan.session();
        List<Geometry> districts = new ArrayList<>();
        List<Zone> zones = new ArrayList<>();
        for (LayerType layer : session.catalogue().borders()) {
            plan.stream(layer, feature -> {
                Geometry plane = plan.crs().toPlane(feature.geometry());
                if (layer.role() == Role.BOUNDARY) {
                    districts.add(plane);
                } else {
                    var key = new ZoneKey(layer.id(), feature.ref().id());
                    zones.add(new Zone(key, layer.order(), plane));
                }
            });
        }
        zones.sort(Zone.BY_PRECEDENCE);
        Geometry district = districts.isEmpty() ? everywhere() : Overlay.union(districts);
        return new Boundaries(version(session), district, zones, Borders.of(district, zones));
    }

    public static long version(Session session) {
        var versions = new HistoryStore(session).layerVersions();
        return session.catalogue().borders().stream()
                .mapToLong(l -> versions.getOrDefault(l.id(), 0L))
                .max()
                .orElse(0);
    }

    public static boolean has(Catalogue catalogue, FeatureRef ref) {
        return catalogue.get(ref.layer()).isBorder();
    }

    private static Geometry everywhere() {
        return new GeometryFactory().toGeometry(new Envelope(-2e6, 3e6, -1.1e7, 1.1e7));
    }
}
