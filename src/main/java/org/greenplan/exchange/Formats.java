package org.greenplan.exchange;

import java.util.List;
import org.greenplan.format.FormatReader;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.dxf.read.DxfReader;
import org.greenplan.format.dxf.write.DxfWriter;
import org.greenplan.format.geojson.GeoJsonReader;
import org.greenplan.format.geojson.GeoJsonSeqWriter;
import org.greenplan.format.geojson.GeoJsonWriter;
import org.greenplan.format.geopackage.GeoPackageReader;
import org.greenplan.format.geopackage.GeoPackageWriter;
import org.greenplan.format.kml.KmlReader;
import org.greenplan.format.kml.KmlWriter;
import org.greenplan.format.kml.KmzWriter;
import org.greenplan.format.parcel.ParcelReader;
import org.greenplan.format.parcel.ParcelWriter;
import org.greenplan.format.shapefile.ShapefileReader;
import org.greenplan.format.shapefile.ShapefileWriter;
import org.greenplan.format.sheet.CsvReader;
import org.greenplan.format.sheet.CsvWriter;
import org.greenplan.format.sheet.XlsxReader;
import org.greenplan.format.sheet.XlsxWriter;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** Every format that comes in or goes out, listed once. */
public final class Formats {
    private Formats() {}

    /** Readers in the order in which they are asked: what is unmistakable first, plain text last. */
    public static List<FormatReader> readers() {
        return List.of(
                new ShapefileReader(),
                new GeoPackageReader(),
                new DxfReader(),
                new KmlReader(),
                new XlsxReader(),
                new GeoJsonReader(),
                new ParcelReader(),
                new CsvReader());
    }

    /** Writers in the order in which they are offered: what is asked for most comes first. */
    public static List<FormatWriter> writers() {
        return List.of(
                new GeoJsonWriter(),
                new GeoPackageWriter(),
                new ShapefileWriter(),
                new DxfWriter(),
                new KmlWriter(),
                new KmzWriter(),
                new ParcelWriter(),
                new XlsxWriter(),
                new CsvWriter(),
                new GeoJsonSeqWriter());
    }

    /** The writer of a format by its short name. */
    public static FormatWriter writer(String id) {
        return writers().stream().filter(w -> w.id().equals(id)).findFirst().orElseThrow(() -> {
            String list =
                    String.join(", ", writers().stream().map(FormatWriter::id).toList());
            return new Problem.Missing(Words.of(
                    "不能导出为“" + id + "”格式。可用：" + list + "。",
                    "There is no export as \"" + id + "\". The formats are: " + list + "."));
        });
    }
}
