package org.greenplan.format.dxf.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Decides by containment which rings are outlines and which are holes: every second one from outside is a hole. */
final class DxfRings {
    /** Beyond it a hostile nest of rings would take too long; such rings stay polygons of their own. */
    private static final int MOST_NESTED = 1_000;

    private DxfRings() {}

    /** Polygon or MultiPolygon. */
    static Geometry polygons(List<LinearRing> rings) {
        if (rings.size() == 1 || rings.size() > MOST_NESTED) {
            return collected(rings, new IdentityHashMap<>());
        }
        List<LinearRing> byArea = new ArrayList<>(rings);
        byArea.sort(Comparator.comparingDouble(r -> -Area.ofRing(r.getCoordinateSequence())));
        var tree = new STRtree();
        for (int i = 0; i < byArea.size(); i++) {
            tree.insert(byArea.get(i).getEnvelopeInternal(), i);
        }
        List<LinearRing> shells = new ArrayList<>();
        IdentityHashMap<LinearRing, List<LinearRing>> holes = new IdentityHashMap<>();
        var depth = new int[byArea.size()];
        for (int i = 0; i < byArea.size(); i++) {
            int parent = parent(byArea, i, tree);
            depth[i] = parent < 0 ? 0 : depth[parent] + 1;
            if (depth[i] % 2 == 0) {
                shells.add(byArea.get(i));
            } else {
                holes.computeIfAbsent(byArea.get(parent), r -> new ArrayList<>())
                        .add(byArea.get(i));
            }
        }
        return collected(shells, holes);
    }

    /** The smallest larger ring around it, or -1. */
    private static int parent(List<LinearRing> byArea, int i, STRtree tree) {
        LinearRing ring = byArea.get(i);
        int nearest = -1;
        for (Object found : tree.query(ring.getEnvelopeInternal())) {
            int other = (Integer) found;
            if (other < i && other > nearest && inside(ring, byArea.get(other))) {
                nearest = other;
            }
        }
        return nearest;
    }

    private static boolean inside(LinearRing ring, LinearRing around) {
        if (!around.getEnvelopeInternal().contains(ring.getEnvelopeInternal())) {
            return false;
        }
        Coordinate[] outline = around.getCoordinates();
        for (Coordinate c : ring.getCoordinates()) {
            int where = PointLocation.locateInRing(c, outline);
            if (where != Location.BOUNDARY) {
                return where == Location.INTERIOR;
            }
        }
        Polygon area = DxfShapes.FACTORY.createPolygon(around);
        Coordinate within =
                DxfShapes.FACTORY.createPolygon(ring).getInteriorPoint().getCoordinate();
        return within != null && SimplePointInAreaLocator.locate(within, area) == Location.INTERIOR;
    }

    private static Geometry collected(List<LinearRing> shells, IdentityHashMap<LinearRing, List<LinearRing>> holes) {
        List<Polygon> polygons = new ArrayList<>();
        for (LinearRing shell : shells) {
            List<LinearRing> own = holes.getOrDefault(shell, List.of());
            polygons.add(DxfShapes.FACTORY.createPolygon(shell, own.toArray(new LinearRing[0])));
        }
        return polygons.size() == 1
                ? polygons.get(0)
                : DxfShapes.FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }
}
