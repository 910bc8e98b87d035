package org.greenplan.recognise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.greenplan.crs.CrsText;
import org.greenplan.crs.Datum;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.crs.MapShift;
import org.greenplan.crs.Planes;
import org.greenplan.crs.Zone;
import org.greenplan.crs.ZoneFamily;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds out in which coordinate system the numbers of a file are: what the file says first, then every system whose numbers look
 * like these, ranked by how well the places fit the district. The planner sees them all and decides.
 */
public record CrsGuess(District district) {
    /** Following the boundary this closely is no accident: the numbers are the boundary's own. */
    private static final double ON_BOUNDARY_M = 30;

    private static final double M_PER_DEG = 111_320;
    /** What spreads wider is no district in degrees but a small drawing in metres. */
    private static final double WIDEST_DEG = 12;
    /** Half a zone of three degrees, and half a degree that maps at its edge reach over it. */
    private static final double FARTHEST_OF_THREE_DEG = 2;

    /** For a layer that holds nothing yet, as one of our own exports may: it stops nobody from taking its neighbours. */
    private static final Candidate ANY = new Candidate(
            Placement.LON_LAT,
            0,
            null,
            false,
            Words.of("没有图形，任何坐标系都可以", "It has no shapes: any coordinate system will do"));

    /**
     * The candidates, best first; empty where no system makes these numbers places near the district. Where there are no numbers,
     * degrees will do.
     *
     * @param layers vertices of each layer of the file, x = east or first, y = north or second
     */
    public List<Candidate> candidates(List<List<Coordinate>> layers, @Nullable DeclaredCrs declared) {
        Sample sample = Sample.of(layers);
        Map<String, Candidate> found = new LinkedHashMap<>();
        Datum datum = Datum.CGCS2000;
        if (declared != null) {
            datum = datum(declared);
            if (datum == Datum.CGCS2000) {
                placement(declared).ifPresent(p -> {
                    add(found, sample, p, true, declared.source());
                    add(
                            found,
                            sample,
                            p.swapped(),
                            false,
                            Words.of("声明的坐标系，坐标轴互换", "As declared, with the axes swapped"));
                });
            }
        }
        // What a file says of its datum is never guessed away: an old one leaves only its own zones on offer.
        boolean old = datum != Datum.CGCS2000;
        Words why =
                old && declared != null ? declared.source() : Words.of("按数值大小判断", "Judged by the size of the numbers");
        Coordinate middle = sample.middle();
        for (Placement placement : plausible(sample, middle.x, middle.y, datum)) {
            add(found, sample, placement, old, why);
        }
        for (Placement placement : plausible(sample, middle.y, middle.x, datum)) {
            add(found, sample, placement.swapped(), old, Words.of(why.zh() + "，坐标轴互换", why.en() + ", axes swapped"));
        }
        List<Candidate> ranked = new ArrayList<>(found.values());
        ranked.removeIf(c -> c.insideShare() == 0 && (old || !c.declared()));
        ranked.sort(Comparator.comparingDouble(CrsGuess::score).reversed());
        return ranked.isEmpty() && sample.all().isEmpty() ? List.of(ANY) : ranked;
    }

    /** What has to be asked before a layer can be laid anywhere; empty where its candidates say enough. */
    public static Optional<Words> question(Survey survey, List<Candidate> candidates) {
        Optional<Words> strange = question(survey.layer().crs().orElse(null));
        return strange.isPresent() ? strange : doubt(survey.sample(), candidates);
    }

    /** Systems that fit as well as the first and lay the file elsewhere, such as zones of 3 and of 6 degrees: no order of ours decides between them. */
    static Optional<Words> doubt(List<Coordinate> sample, List<Candidate> candidates) {
        if (sample.isEmpty() || candidates.isEmpty() || candidates.get(0).declared()) {
            return Optional.empty();
        }
        Candidate first = candidates.get(0);
        Coordinate number = sample.get(0);
        List<Candidate> asGood = candidates.stream()
                .filter(c -> c.equals(first) || (score(c) == score(first) && isElsewhere(c, first, number)))
                .toList();
        if (asGood.size() < 2) {
            return Optional.empty();
        }
        List<Words> titles = asGood.stream().map(c -> c.placement().title()).toList();
        return Optional.of(Words.of(
                "这些数值可能属于“" + String.join("”或“", titles.stream().map(Words::zh).toList())
                        + "”（或其他中央经线），位置相差很远，单凭数值无法判断。请选择坐标系。",
                "By these numbers alone the system may be "
                        + String.join(" or ", titles.stream().map(Words::en).toList())
                        + " (or have another central meridian): these lie far apart. Choose it."));
    }

    private static boolean isElsewhere(Candidate one, Candidate other, Coordinate number) {
        LonLat a = one.placement().way().place(number.x, number.y);
        LonLat b = other.placement().way().place(number.x, number.y);
        return Math.hypot(a.lonDeg() - b.lonDeg(), a.latDeg() - b.latDeg()) * M_PER_DEG > 1;
    }

    /** What the file itself leaves unclear: it names a system that cannot be told by its name, or its text means nothing to anybody. */
    static Optional<Words> question(@Nullable DeclaredCrs declared) {
        if (declared == null || datum(declared) != Datum.CGCS2000) {
            return Optional.empty();
        }
        if (!declared.unknown() && !isStrange(declared)) {
            return Optional.empty();
        }
        return Optional.of(Words.of(
                "文件写明的坐标系(" + declared.source().zh() + ")无法确定，按数值猜测可能相差数十米。请向提供方核实后选择坐标系，或用控制点配准。",
                "The file names a coordinate system (" + declared.source().en()
                        + ") that is not known; a guess by its numbers may be tens of metres off. Ask where it comes from and choose"
                        + " the system, or lay it on by control points."));
    }

    /** A code that no registry has, or a text of an earth that nobody knows here and that does not say how far off it is. */
    private static boolean isStrange(DeclaredCrs declared) {
        String wkt = declared.wkt();
        if (declared.epsg() != null || wkt == null) {
            return declared.epsg() != null && placement(declared).isEmpty();
        }
        boolean shifted = wkt.toUpperCase(Locale.ROOT).contains("TOWGS84");
        return placement(declared).isEmpty() || (CrsText.of(wkt).isEmpty() && !shifted);
    }

    /** The datum a file names; CGCS2000 where it names none. */
    private static Datum datum(DeclaredCrs declared) {
        Integer epsg = declared.epsg();
        if (epsg != null) {
            return Datum.ofDegrees(epsg)
                    .or(() -> Planes.zone(epsg).map(z -> z.family().datum()))
                    .orElse(Datum.CGCS2000);
        }
        String wkt = declared.wkt();
        CrsText.Datum named = wkt == null
                ? CrsText.Datum.OTHER
                : CrsText.of(wkt).map(CrsText::datum).orElse(CrsText.Datum.OTHER);
        return switch (named) {
            case XIAN_1980 -> Datum.XIAN_1980;
            case BEIJING_1954 -> Datum.BEIJING_1954;
            case CGCS2000, WGS84, OTHER -> Datum.CGCS2000;
        };
    }

    /** The placement that a file declares; empty for text that means nothing to anybody. */
    private static Optional<Placement> placement(DeclaredCrs declared) {
        if (declared.shift() != null) {
            return Optional.of(declared.shift() == MapShift.GCJ_02 ? PlacementCode.gcj02() : PlacementCode.bd09());
        }
        String wkt = declared.wkt();
        String code = declared.epsg() != null
                ? "EPSG:" + declared.epsg()
                : wkt == null ? null : CrsText.of(wkt).map(CrsText::code).orElse(null);
        if (code != null) {
            return PlacementCode.find(code);
        }
        return wkt == null ? Optional.empty() : PlacementCode.ofText(wkt);
    }

    private void add(Map<String, Candidate> to, Sample sample, Placement placement, boolean declared, Words reason) {
        if (to.containsKey(placement.code())) {
            return;
        }
        District.Fit fit = fit(sample, placement);
        to.put(
                placement.code(),
                new Candidate(
                        placement,
                        fit.insideShare(),
                        fit.boundaryM(),
                        declared,
                        declared ? reason : why(placement, fit, sample.middle(), reason)));
    }

    /** A layer that runs along the boundary speaks for its neighbours, wherever in the district they lie. */
    private District.Fit fit(Sample sample, Placement placement) {
        District.Fit whole = district.fit(sample.all(), placement);
        return sample.layers().stream()
                .map(layer -> district.fit(layer, placement))
                .filter(District.Fit::along)
                .min(Comparator.comparingDouble(District.Fit::awayM))
                .map(fit -> new District.Fit(whole.insideShare(), fit.boundaryM(), true))
                .orElse(whole);
    }

    /** The best there is to say for it: that the file follows the boundary, or whose maps are shifted so. */
    private static Words why(Placement placement, District.Fit fit, Coordinate middle, Words usual) {
        Double boundaryM = fit.boundaryM();
        if (boundaryM != null && boundaryM < ON_BOUNDARY_M) {
            String metres = String.format(Locale.ROOT, "%.1f", boundaryM);
            return Words.of(
                    "与区界相符，平均相差 " + metres + " 米", "Follows the district's boundary, " + metres + " m off on average");
        }
        return switch (placement.code()) {
            case PlacementCode.GCJ02 -> shiftedBack(placement, middle, "高德、腾讯、奥维等地图", "AMap, Tencent, Ovital");
            case PlacementCode.BD09 -> shiftedBack(placement, middle, "百度地图", "Baidu");
            default -> usual;
        };
    }

    private static Words shiftedBack(Placement placement, Coordinate middle, String zh, String en) {
        LonLat place = placement.way().place(middle.x, middle.y);
        double eastM = (place.lonDeg() - middle.x) * M_PER_DEG * Math.cos(Math.toRadians(middle.y));
        String metres = String.format(Locale.ROOT, "%.0f", Math.hypot(eastM, (place.latDeg() - middle.y) * M_PER_DEG));
        return Words.of(
                "数据取自" + zh + "时选它：移回 " + metres + " 米",
                "For data from " + en + " maps: shifted back by " + metres + " m");
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

    /** A place so far from the meridian of a zone of three degrees is of the zone of six with that meridian, which has the same numbers. */
    private static boolean reachesTooFar(Zone zone, double x, double y) {
        double awayDeg = Math.abs(zone.projection().inverse(x, y).lonDeg() - zone.meridianDeg());
        ZoneFamily family = zone.family();
        return family.stepDeg() == 3
                && awayDeg > FARTHEST_OF_THREE_DEG
                && Planes.of(family.datum()).stream()
                        .anyMatch(f ->
                                f.stepDeg() == 6 && f.on(zone.meridianDeg()).isPresent());
    }

    /** Systems whose numbers have about this size. */
    private List<Placement> plausible(Sample sample, double x, double y, Datum datum) {
        List<Placement> plausible = new ArrayList<>();
        boolean modern = datum == Datum.CGCS2000;
        if (Math.abs(x) <= 180 && Math.abs(y) <= 90 && modern) {
            if (sample.widest() > WIDEST_DEG) {
                return plausible;
            }
            plausible.addAll(List.of(Placement.LON_LAT, PlacementCode.gcj02(), PlacementCode.bd09()));
            return plausible;
        }
        if (modern) {
            plausible.add(Placement.of(district.plane()));
        }
        if (y < 300_000 || y > 6_000_000) {
            return plausible;
        }
        double lonDeg = district.middle().lonDeg();
        for (ZoneFamily family : Planes.of(datum)) {
            family.looking(x, lonDeg).stream()
                    .filter(zone -> !reachesTooFar(zone, x, y))
                    .forEach(zone -> plausible.add(Placement.of(zone)));
        }
        if (x > 7_000_000 && x < 16_000_000 && modern) {
            plausible.add(Placement.WEB_MERCATOR);
        }
        return plausible;
    }
}
