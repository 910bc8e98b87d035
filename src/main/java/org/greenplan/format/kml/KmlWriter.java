package org.greenplan.format.kml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.greenplan.crs.MapShift;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Writes KML with the catalogue's colours, a folder for each layer, typed data and a balloon with the net area. It is WGS84, as
 * the standard has it; {@code datum=gcj02} shifts it for Ovital and other maps that are shifted, and the file says so.
 */
public final class KmlWriter implements FormatWriter {
    /** What a shifted file says of itself under {@code datum}. */
    static final String SHIFTED = "GCJ-02";

    @Override
    public String id() {
        return "kml";
    }

    @Override
    public Words title() {
        return Words.of("KML（谷歌地球、奥维）", "KML (Google Earth, Ovital)");
    }

    @Override
    public List<Words> limits() {
        return List.of(
                Words.of("只有经纬度，没有平面坐标。", "Longitude and latitude only, no plane coordinates."),
                Words.of(
                        "选 GCJ-02 时图形偏移几百米，只用于奥维等偏移地图。",
                        "With GCJ-02 the shapes are shifted by some hundred metres, for maps such as Ovital only."));
    }

    @Override
    public String extension() {
        return "kml";
    }

    @Override
    public String mediaType() {
        return "application/vnd.google-earth.kml+xml; charset=utf-8";
    }

    @Override
    public Coordinates coordinates() {
        return Coordinates.LON_LAT;
    }

    @Override
    public Set<String> options() {
        return Set.of("datum");
    }

    @Override
    public long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out) throws IOException {
        options.requireKnown(options());
        if (!plan.isLonLat()) {
            throw new Problem.Invalid(
                    Words.of("KML 只能用经纬度（EPSG:4326）。", "KML takes longitude and latitude (EPSG:4326) only."), "crs");
        }
        return new KmlDocument(plan, shift(options)).write(rows, out);
    }

    private static @Nullable MapShift shift(WriteOptions options) {
        String datum = options.find("datum");
        return switch (datum == null ? "wgs84" : datum) {
            case "wgs84" -> null;
            case "gcj02" -> MapShift.GCJ_02;
            default ->
                throw new Problem.Invalid(
                        Words.of(
                                "坐标基准“" + datum + "”不可用。可用：wgs84、gcj02（奥维等偏移地图）。",
                                "The datum \"" + datum
                                        + "\" is not on offer. Choose wgs84, or gcj02 for shifted maps such as Ovital."),
                        "datum");
        };
    }
}
