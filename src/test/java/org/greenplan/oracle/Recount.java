package org.greenplan.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A whole plan counted by a stranger: plain overlays of the features as they are read over HTTP, plot after plot in their order. It knows
 * nothing of the program but what its design says of the figures.
 */
public final class Recount {
    private static final List<String> STATUSES = List.of("completed", "under_construction", "approved", "proposed");
    private static final List<String> LAYERS = List.of("parks", "corridors", "afforestation");
    private static final int STEPS_A_QUARTER = 16;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final TextbookPlane plane;
    private final @Nullable Geometry district;
    private final Geometry green;
    private final List<PlanFeature> zones;
    private final List<Geometry> zoneAreas = new ArrayList<>();
    private Geometry inZones = SHAPES.createMultiPolygon();
    private final LengthRecount lengths;
    private final List<Piece> before = new ArrayList<>();
    private final STRtree index = new STRtree();

    private record Piece(PlanFeature plot, Geometry area, Geometry inside, boolean upgrade, int order) {}

    private Recount(List<PlanFeature> features, TextbookPlane plane, double toleranceM) {
        this.plane = plane;
        List<Geometry> districts = planes(of(features, "district"));
        this.district = districts.isEmpty() ? null : union(districts);
        this.green = union(planes(of(features, "existing_green")));
        this.zones = of(features, "sub_districts");
        for (Geometry zone : planes(zones)) {
            zoneAreas.add(difference(zone, inZones));
            inZones = overlay(inZones, zone, OverlayNG.UNION);
        }
        this.lengths = new LengthRecount(toleranceM, district, planes(zones));
        for (PlanFeature plot : features.stream()
                .filter(f -> LAYERS.contains(f.layer()))
                .sorted(precedence())
                .toList()) {
            Piece piece = piece(plot, before.size());
            before.add(piece);
            index.insert(piece.area().getEnvelopeInternal(), piece);
        }
    }

    /** What each plot counts, in the order of their precedence; the tolerance is that of lines that run side by side. */
    public static List<Counted> of(List<PlanFeature> features, TextbookPlane plane, double toleranceM) {
        return new Recount(features, plane, toleranceM).counted();
    }

    /** More advanced plots first, then by layer, then by age; a plot of no known status comes last. */
    private static Comparator<PlanFeature> precedence() {
        return Comparator.comparingInt((PlanFeature p) -> {
                    int rank = STATUSES.indexOf(p.text("status"));
                    return rank < 0 ? STATUSES.size() : rank;
                })
                .thenComparingInt(p -> LAYERS.indexOf(p.layer()))
                .thenComparingLong(PlanFeature::id);
    }

    private Piece piece(PlanFeature plot, int order) {
        Geometry shape = plane.toPlane(plot.lonLat());
        boolean isLine = shape.getDimension() == 1;
        Geometry area = isLine
                ? DefinedBelt.of(shape, plot.number("left_width_m"), plot.number("right_width_m"), STEPS_A_QUARTER)
                : shape;
        return new Piece(
                plot,
                area,
                district == null ? area : intersection(area, district),
                plot.text("effect").equals("upgrade"),
                order);
    }

    private List<Counted> counted() {
        List<Geometry> nets = new ArrayList<>();
        for (Piece piece : before) {
            nets.add(net(piece, piece.upgrade()));
        }
        List<Counted> all = new ArrayList<>();
        for (Piece piece : before) {
            all.add(counted(piece, nets));
        }
        return all;
    }

    private Geometry net(Piece piece, boolean isUpgrade) {
        Geometry free = isUpgrade ? SHAPES.createMultiPolygon() : difference(piece.inside(), green);
        return free.isEmpty() ? free : difference(free, earlier(piece, false));
    }

    private Counted counted(Piece piece, List<Geometry> nets) {
        Geometry net = nets.get(piece.order());
        double ownM2 = piece.upgrade()
                ? difference(piece.inside(), earlier(piece, true)).getArea()
                : net.getArea();
        Map<Long, Double> netByZone = new TreeMap<>();
        netByZone.put(0L, difference(net, inZones).getArea());
        for (int z = 0; z < zones.size(); z++) {
            netByZone.put(zones.get(z).id(), intersection(net, zoneAreas.get(z)).getArea());
        }
        Geometry line = plane.toPlane(piece.plot().lonLat());
        boolean isLine = line.getDimension() == 1;
        Map<Long, Double> lengthByZone = new TreeMap<>();
        if (isLine) {
            double[] lengthsM = lengths.next(line);
            lengthByZone.put(0L, lengthsM[0]);
            for (int z = 0; z < zones.size(); z++) {
                lengthByZone.put(zones.get(z).id(), lengthsM[z + 1]);
            }
        }
        return new Counted(
                piece.plot(),
                piece.area(),
                net,
                plane.ellipsoidArea(piece.area()),
                plane.ellipsoidArea(net),
                ownM2,
                isLine ? line.getLength() : 0,
                netByZone,
                lengthByZone,
                piece.upgrade() ? Map.of() : taken(piece, nets));
    }

    private Map<String, Double> taken(Piece piece, List<Geometry> nets) {
        Map<String, Double> taken = new LinkedHashMap<>();
        taken.put("outside", piece.area().getArea() - piece.inside().getArea());
        taken.put("green", intersection(piece.inside(), green).getArea());
        for (Piece other : near(piece.area())) {
            if (other.order() < piece.order()) {
                double areaM2 =
                        intersection(piece.area(), nets.get(other.order())).getArea();
                taken.put(other.plot().name(), areaM2);
            }
        }
        return taken;
    }

    private List<Geometry> earlier(Piece piece, boolean upgrades) {
        return near(piece.area()).stream()
                .filter(other -> other.order() < piece.order() && other.upgrade() == upgrades)
                .map(Piece::area)
                .toList();
    }

    private List<Piece> near(Geometry area) {
        List<Piece> found = new ArrayList<>();
        Envelope box = area.getEnvelopeInternal();
        index.query(box, item -> found.add((Piece) item));
        return found;
    }

    private static List<PlanFeature> of(List<PlanFeature> features, String layer) {
        return features.stream()
                .filter(f -> f.layer().equals(layer))
                .sorted(Comparator.comparingLong(PlanFeature::id))
                .toList();
    }

    private List<Geometry> planes(List<PlanFeature> features) {
        return features.stream().map(f -> plane.toPlane(f.lonLat())).toList();
    }

    private static Geometry difference(Geometry a, List<Geometry> others) {
        return others.isEmpty() ? a : difference(a, union(others));
    }

    private static Geometry difference(Geometry a, Geometry b) {
        return apart(a, b) ? a : overlay(a, b, OverlayNG.DIFFERENCE);
    }

    private static Geometry intersection(Geometry a, Geometry b) {
        return apart(a, b) ? SHAPES.createMultiPolygon() : overlay(a, b, OverlayNG.INTERSECTION);
    }

    private static boolean apart(Geometry a, Geometry b) {
        return a.isEmpty() || b.isEmpty() || !a.getEnvelopeInternal().intersects(b.getEnvelopeInternal());
    }

    private static Geometry union(List<Geometry> shapes) {
        return shapes.isEmpty() ? SHAPES.createMultiPolygon() : OverlayNGRobust.union(SHAPES.buildGeometry(shapes));
    }

    /** Of what JTS gives, the polygons: it refuses lines and points beside them when it gets them back. */
    private static Geometry overlay(Geometry a, Geometry b, int operation) {
        Geometry all = OverlayNGRobust.overlay(a, b, operation);
        List<Geometry> polygons = new ArrayList<>();
        for (int i = 0; i < all.getNumGeometries(); i++) {
            if (all.getGeometryN(i).getDimension() == 2 && !all.getGeometryN(i).isEmpty()) {
                polygons.add(all.getGeometryN(i));
            }
        }
        return polygons.size() == 1
                ? polygons.get(0)
                : SHAPES.createMultiPolygon(polygons.toArray(new org.locationtech.jts.geom.Polygon[0]));
    }
}
