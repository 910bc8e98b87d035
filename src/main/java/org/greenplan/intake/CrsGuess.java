package org.greenplan.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds out in which coordinate system the numbers of a file are: what the file says first, then every system whose numbers look
 * like these, ranked by how well the places fit the district. The planner sees them all and decides.
 */
record CrsGuess(District district) {
    /** Following the boundary this closely is no accident: the numbers are the boundary's own. */
    private static final double ON_BOUNDARY_M = 30;

    /**
     * The candidates, best first; empty where no system makes these numbers places near the district.
     *
     * @param sample vertices of the file, x = east or first, y = north or second
     */
    List<Candidate> candidates(List<Coordinate> sample, @Nullable DeclaredCrs declared) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        if (declared != null) {
            placement(declared).ifPresent(p -> {
                add(found, sample, p, true, declared.source());
                add(found, sample, p.swapped(), false, Words.of("声明的坐标系,坐标轴互换", "As declared, with the axes swapped"));
            });
        }
        Coordinate middle = median(sample);
        for (Placement placement : plausible(middle.x, middle.y)) {
            add(found, sample, placement, false, Words.of("按数值大小判断", "Judged by the size of the numbers"));
        }
        for (Placement placement : plausible(middle.y, middle.x)) {
            add(
                    found,
                    sample,
                    placement.swapped(),
                    false,
                    Words.of("按数值大小判断,坐标轴互换", "Judged by the size of the numbers, axes swapped"));
        }
        List<Candidate> ranked = new ArrayList<>(found.values());
        ranked.removeIf(c -> c.insideShare() == 0 && !c.declared());
        ranked.sort(Comparator.comparingDouble(CrsGuess::score).reversed());
        return ranked;
    }

    /** The placement that a file declares; empty for text that means nothing to us. */
    private static Optional<Placement> placement(DeclaredCrs declared) {
        Integer epsg = declared.epsg();
        if (epsg == null) {
            return Optional.empty();
        }
        boolean known = epsg == 4326
                || epsg == 4490
                || epsg == 3857
                || GridFamily.find(epsg)
                        .filter(z -> z.family().datum() == GridFamily.Datum.CGCS2000)
                        .isPresent();
        return known ? Optional.of(PlacementCode.of("EPSG:" + epsg, null)) : Optional.empty();
    }

    private void add(
            Map<String, Candidate> to, List<Coordinate> sample, Placement placement, boolean declared, Words reason) {
        if (to.containsKey(placement.code())) {
            return;
        }
        District.Fit fit = district.fit(sample, placement);
        to.put(placement.code(), new Candidate(placement, fit.insideShare(), fit.boundaryM(), declared, reason));
    }

    /**
     * What the file says counts for more than a slightly better fit, but not for more than lying in the district at all; following
     * the boundary counts for most.
     */
    private static double score(Candidate candidate) {
        Double boundaryM = candidate.boundaryM();
        double onBoundary = boundaryM != null && boundaryM < ON_BOUNDARY_M ? 2 - boundaryM / ON_BOUNDARY_M : 0;
        double shifted = candidate.placement().code().startsWith("EPSG") ? 0 : -0.02;
        return candidate.insideShare() + (candidate.declared() ? 0.1 : 0) + onBoundary + shifted;
    }

    /** Systems whose numbers have about this size. */
    private List<Placement> plausible(double x, double y) {
        List<Placement> plausible = new ArrayList<>();
        if (Math.abs(x) <= 180 && Math.abs(y) <= 90) {
            plausible.addAll(List.of(Placement.LON_LAT, PlacementCode.gcj02(), PlacementCode.bd09()));
            return plausible;
        }
        if (y < 300_000 || y > 6_000_000) {
            return plausible;
        }
        double lonDeg = district.middle().lonDeg();
        for (GridFamily family : GridFamily.ALL) {
            if (family.datum() != GridFamily.Datum.CGCS2000) {
                continue;
            }
            if (family.prefixed()) {
                int number = (int) Math.floor(x / GridFamily.PREFIX_M);
                family.numbered(number).map(Placement::of).ifPresent(plausible::add);
            } else if (x > 0 && x < GridFamily.PREFIX_M) {
                for (int side : new int[] {0, -1, 1}) {
                    plausible.add(Placement.of(family.at(lonDeg + side * family.stepDeg())));
                }
            }
        }
        if (x > 7_000_000 && x < 16_000_000) {
            plausible.add(Placement.WEB_MERCATOR);
        }
        return plausible;
    }

    private static Coordinate median(List<Coordinate> sample) {
        if (sample.isEmpty()) {
            return new Coordinate(Double.NaN, Double.NaN);
        }
        double[] x = sample.stream().mapToDouble(c -> c.x).sorted().toArray();
        double[] y = sample.stream().mapToDouble(c -> c.y).sorted().toArray();
        return new Coordinate(x[x.length / 2], y[y.length / 2]);
    }
}
