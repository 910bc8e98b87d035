package org.greenplan.exchange;

import java.util.List;
import org.greenplan.format.FormatReader;
import org.greenplan.format.dxf.DxfReader;
import org.greenplan.format.geojson.GeoJsonReader;
import org.greenplan.format.geopackage.GeoPackageReader;
import org.greenplan.format.kml.KmlReader;
import org.greenplan.format.parcel.ParcelReader;
import org.greenplan.format.shapefile.ShapefileReader;
import org.greenplan.format.sheet.CsvReader;
import org.greenplan.format.sheet.XlsxReader;

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
}
