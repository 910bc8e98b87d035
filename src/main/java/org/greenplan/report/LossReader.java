package org.greenplan.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Belt;
import org.greenplan.catalogue.Label;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.Role;
import org.greenplan.geo.BeltShape;
import org.greenplan.geo.Mask;
import org.greenplan.geo.Overlay;
import org.greenplan.geo.PlanCrs;
import org.greenplan.ledger.Areas;
import org.greenplan.ledger.ShapeKernel;
import org.greenplan.plan.Feature;
import org.greenplan.plan.FeatureQuery;
import org.greenplan.plan.FeatureRef;
import org.greenplan.plan.FeatureStore;
import org.greenplan.plan.LedgerStore;
import org.greenplan.problem.Words;
import org.greenplan.store.Session;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Says where the uncounted part of a plot went. What lies outside the district, what is green already, and what the net polygons of
 * other plots take are disjoint, and together they are the difference between gross and net.
 */
record LossReader(Session session, PlanProfile profile) {
    static final Words EARLIER = Words.of("已计入其他地块", "counted by another plot");
    static final Words GREEN = Words.of("现状绿地", "existing green");
    static final Words OUTSIDE = Words.of("在区界之外", "outside the district");

    Map<FeatureRef, List<Report.Loss>> read(List<LedgerStore.Row> overlapping) {
        Map<FeatureRef, List<Report.Loss>> losses = new LinkedHashMap<>();
        if (overlapping.isEmpty()) {
            return losses;
        }
        PlanCrs crs = PlanCrs.of(profile.planeEpsg());
        List<Geometry> districts = new ArrayList<>();
        session.catalogue().find("district").ifPresent(layer -> new FeatureStore(session)
                .stream(layer, FeatureQuery.all(), f -> districts.add(crs.toPlane(f.geometry()))));
        // Indexed once: a real boundary has thousands of vertices, and most plots lie wholly inside.
        Mask district = districts.isEmpty() ? null : new Mask(Overlay.union(districts));
        for (LedgerStore.Row plot : overlapping) {
            new FeatureStore(session).find(plot.ref()).ifPresent(f -> losses.put(plot.ref(), losses(f, district, crs)));
        }
        return losses;
    }

    private List<Report.Loss> losses(Feature feature, @Nullable Mask district, PlanCrs crs) {
        Geometry shape = shape(feature, crs);
        Envelope around = crs.toLonLat(shape).getEnvelopeInternal();
        List<Report.Loss> losses = new ArrayList<>();
        Geometry inside = district == null ? shape : district.polygonsOf(shape);
        if (district != null) {
            add(losses, OUTSIDE, null, null, district.polygonsBeyond(shape), crs);
        }
        Mask within = new Mask(inside);
        add(losses, GREEN, null, null, within.polygonsOf(Overlay.union(baseline(around, crs))), crs);
        for (var net : new LedgerStore(session).netShapes(around)) {
            if (!net.getKey().equals(feature.ref())) {
                Geometry taken = within.polygonsOf(crs.toPlane(net.getValue()));
                add(losses, EARLIER, net.getKey(), label(net.getKey()), taken, crs);
            }
        }
        losses.sort(Comparator.comparingDouble((Report.Loss l) -> -l.area().planeM2()));
        return losses;
    }

    private List<Geometry> baseline(Envelope around, PlanCrs crs) {
        List<Geometry> shapes = new ArrayList<>();
        for (LayerType layer : session.catalogue().withRole(Role.BASELINE)) {
            new FeatureStore(session).inBox(layer, around).forEach(f -> shapes.add(crs.toPlane(f.geometry())));
        }
        return shapes;
    }

    private void add(
            List<Report.Loss> losses,
            Words why,
            @Nullable FeatureRef other,
            @Nullable String label,
            Geometry part,
            PlanCrs crs) {
        Areas area = new ShapeKernel(crs).areas(part);
        if (area.planeM2() > Report.LEAST_OVERLAP_M2) {
            losses.add(new Report.Loss(why, other, label, area));
        }
    }

    private String label(FeatureRef ref) {
        LayerType layer = session.catalogue().get(ref.layer());
        return new FeatureStore(session)
                .find(ref)
                .map(f -> Label.of(layer, f.attributes(), ref.id()))
                .orElse(ref.toString());
    }

    private Geometry shape(Feature feature, PlanCrs crs) {
        Belt belt = session.catalogue().get(feature.ref().layer()).belt();
        Geometry plane = crs.toPlane(feature.geometry());
        return belt == null
                ? plane
                : BeltShape.of(plane, width(feature, belt.leftWidth()), width(feature, belt.rightWidth()));
    }

    private static double width(Feature feature, String attribute) {
        return feature.attributes().get(attribute) instanceof Number metres ? Math.max(0, metres.doubleValue()) : 0;
    }
}
