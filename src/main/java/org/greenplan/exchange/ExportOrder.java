package org.greenplan.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.Crs;
import org.greenplan.crs.Plane;
import org.greenplan.crs.Planes;
import org.greenplan.crs.Zone;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.WriteOptions;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to take away: which features, in which format, in which coordinates, with which wishes.
 *
 * @param belts true where the green belts of lines go along as areas
 */
public record ExportOrder(Selection selection, FormatWriter format, Crs crs, WriteOptions options, boolean belts) {
    /** The wish that every format knows which does not draw belts by itself. */
    static final String BELTS = "belts";

    /**
     * An order in the words of an address or a command line; what does not fit together is refused before anything is written.
     *
     * @param crs an EPSG code or the text of a plane, or null for what is usual in the format
     * @param wishes options of the format by name
     */
    public static ExportOrder of(
            PlanProfile profile,
            Selection selection,
            FormatWriter format,
            @Nullable String crs,
            Map<String, String> wishes) {
        Map<String, String> left = new LinkedHashMap<>(wishes);
        boolean belts = new WriteOptions(wishes).flag(BELTS);
        if (!format.drawsBelts()) {
            left.remove(BELTS);
        }
        WriteOptions options = new WriteOptions(left);
        options.requireKnown(format.options());
        return new ExportOrder(selection, format, system(format, profile, crs), options, belts);
    }

    /** Coordinate systems that fit a format, the usual one first. */
    static List<Crs> systems(FormatWriter format, PlanProfile profile) {
        List<Crs> all = Crs.offered(profile.plane()).stream()
                .filter(c -> !c.equals(Crs.CRS84))
                .filter(c -> fits(format.coordinates(), c))
                .toList();
        Crs usual = usual(format, profile);
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(usual), all.stream().filter(c -> !c.equals(usual)))
                .toList();
    }

    private static Crs system(FormatWriter format, PlanProfile profile, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return usual(format, profile);
        }
        Crs crs = Crs.of(asked);
        if (!fits(format.coordinates(), crs)) {
            boolean plane = format.coordinates() != FormatWriter.Coordinates.LON_LAT;
            String remedy = systems(format, profile).stream().map(Crs::code).collect(Collectors.joining(", "));
            throw new Problem.Invalid(
                    Words.of(
                            format.title().zh() + (plane ? "只能用以米为单位的高斯平面坐标" : "只能用经纬度") + "，不能用 " + crs.code() + "。可用："
                                    + remedy + "。",
                            format.title().en()
                                    + (plane
                                            ? " needs a Gauss–Krüger plane in metres"
                                            : " takes longitude and latitude only")
                                    + ", not " + crs.code() + ". Choose " + remedy + "."),
                    "crs");
        }
        return crs;
    }

    private static Crs usual(FormatWriter format, PlanProfile profile) {
        return switch (format.coordinates()) {
            case ANY, LON_LAT -> Crs.WGS84;
            case PLANE -> Crs.of(profile.plane());
            case PREFIXED_PLANE ->
                profile.plane() instanceof Zone zone ? Crs.of(zone.prefixed(true)) : Crs.of(profile.plane());
            case PREFIXED_ZONE -> prefixed(profile.plane());
        };
    }

    /** The plan's zone with its number before the easting; a local plane stands in none, so the 3-degree zone about it. */
    private static Crs prefixed(Plane plane) {
        Zone zone =
                plane instanceof Zone own ? own : Planes.at(plane.projection().centralMeridianDeg());
        return Crs.of(zone.prefixed(true));
    }

    private static boolean fits(FormatWriter.Coordinates wanted, Crs crs) {
        return switch (wanted) {
            case ANY -> true;
            case LON_LAT -> crs.kind() == Crs.Kind.LON_LAT;
            case PREFIXED_ZONE -> crs.plane() instanceof Zone;
            case PLANE, PREFIXED_PLANE -> crs.kind() == Crs.Kind.PLANE || crs.kind() == Crs.Kind.PREFIXED_PLANE;
        };
    }
}
