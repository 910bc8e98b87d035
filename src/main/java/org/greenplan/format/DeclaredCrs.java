package org.greenplan.format;

import org.greenplan.crs.MapShift;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The coordinate system that a file says it has.
 *
 * @param epsg its EPSG code where the file names one or the format fixes one, or null
 * @param wkt its text as it stands in a .prj file or a GeoPackage, or that of a local plane, or null
 * @param shift the shift that the file says its longitudes and latitudes have, or null
 * @param unknown true where the file names a system that cannot be told by its name: nobody may guess it
 * @param source where the file says so, for people: "宗地.prj", "坐标系=2000国家大地坐标系,带号=38" …
 */
public record DeclaredCrs(
        @Nullable Integer epsg, @Nullable String wkt, @Nullable MapShift shift, boolean unknown, Words source) {
    public DeclaredCrs(@Nullable Integer epsg, @Nullable String wkt, Words source) {
        this(epsg, wkt, null, false, source);
    }

    /** Longitude, latitude in degrees, as RFC 7946 and KML fix it. */
    public static DeclaredCrs lonLat(Words source) {
        return new DeclaredCrs(4326, null, source);
    }

    /** Longitude, latitude in degrees of a shifted map. */
    public static DeclaredCrs shifted(MapShift shift, Words source) {
        return new DeclaredCrs(4326, null, shift, false, source);
    }

    /** A system that is named and cannot be told by its name, such as 独立坐标系: the planner is asked. */
    public static DeclaredCrs unknown(Words source) {
        return new DeclaredCrs(null, null, null, true, source);
    }
}
