package org.greenplan.format.kml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.problem.Words;

/** Writes the same as {@link KmlWriter}, packed: a tenth of the size. */
public final class KmzWriter implements FormatWriter {
    private final KmlWriter kml = new KmlWriter();

    @Override
    public String id() {
        return "kmz";
    }

    @Override
    public Words title() {
        return Words.of("KMZ（压缩的 KML）", "KMZ (packed KML)");
    }

    @Override
    public List<Words> limits() {
        return kml.limits();
    }

    @Override
    public String extension() {
        return "kmz";
    }

    @Override
    public String mediaType() {
        return "application/vnd.google-earth.kmz";
    }

    @Override
    public Coordinates coordinates() {
        return kml.coordinates();
    }

    @Override
    public Set<String> options() {
        return kml.options();
    }

    @Override
    public long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("doc.kml"));
        long count = kml.write(plan, rows, options, zip);
        zip.closeEntry();
        zip.finish();
        return count;
    }
}
