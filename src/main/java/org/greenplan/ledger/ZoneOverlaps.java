package org.greenplan.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenplan.count.Areas;
import org.greenplan.count.ShapeKernel;
import org.greenplan.count.Zone;
import org.greenplan.count.ZoneKey;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.feature.Notice;
import org.greenplan.geo.Overlay;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;

/**
 * Ground that two sub-districts both claim. It counts once, for the one that comes first ({@link Zone#BY_PRECEDENCE}); whoever writes
 * them and whoever reads the report is told, for it is rarely meant.
 */
public record ZoneOverlaps(Session session, PlanCrs crs) {
    /** Borders that were digitised twice leave splinters: less than this is told nobody, square metres. */
    private static final double LEAST_M2 = 1;

    private record Pair(Zone first, Zone second, Areas area) {}

    /** One sentence for each two zones that overlap, the first named by precedence. */
    public List<Words> words() {
        return pairs(Boundaries.read(session, crs).zones()).stream()
                .map(this::words)
                .toList();
    }

    /** The same as notices, of what is among the features written. */
    public List<Notice> notices(Collection<FeatureRef> written) {
        Set<ZoneKey> touched = written.stream()
                .filter(ref -> Boundaries.has(session.catalogue(), ref))
                .map(ref -> new ZoneKey(ref.layer(), ref.id()))
                .collect(Collectors.toSet());
        if (touched.isEmpty()) {
            return List.of();
        }
        return pairs(Boundaries.read(session, crs).zones()).stream()
                .filter(p -> touched.contains(p.first().key())
                        || touched.contains(p.second().key()))
                .map(p -> new Notice("zones_overlap", words(p), ref(p.second().key()), null))
                .toList();
    }

    private List<Pair> pairs(List<Zone> zones) {
        List<Pair> pairs = new ArrayList<>();
        var kernel = new ShapeKernel(crs);
        for (int i = 0; i < zones.size(); i++) {
            for (int j = i + 1; j < zones.size(); j++) {
                Areas area = kernel.areas(
                        Overlay.intersection(zones.get(i).area(), zones.get(j).area()));
                if (area.planeM2() > LEAST_M2) {
                    pairs.add(new Pair(zones.get(i), zones.get(j), area));
                }
            }
        }
        return pairs;
    }

    private Words words(Pair pair) {
        String first = label(pair.first().key());
        String second = label(pair.second().key());
        String m2 = String.format(Locale.ROOT, "%,.2f", pair.area().planeM2());
        return Words.of(
                "“" + first + "”与“" + second + "”重叠 " + m2 + " m²（平面），重叠部分只计入“" + first + "”。如非本意，请修改边界。",
                "“" + first + "” and “" + second + "” overlap by " + m2 + " m² on the plane; that ground counts for “"
                        + first + "” only. Change the borders if that is not meant.");
    }

    private String label(ZoneKey zone) {
        FeatureRef ref = ref(zone);
        return new FeatureStore(session)
                .find(ref)
                .map(f -> f.label(session.catalogue().get(ref.layer())))
                .orElse(zone.code());
    }

    private static FeatureRef ref(ZoneKey zone) {
        return new FeatureRef(zone.layer(), zone.id());
    }
}
