package org.greenplan.format.geopackage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.greenplan.format.FormatReader;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;

/** Reads the layers of GeoPackages in any coordinate system. Nothing that is written inside such a file is executed. */
public final class GeoPackageReader implements FormatReader {
    static final String ID = "geopackage";

    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int APPLICATION_ID = 68;
    /** "GPKG", and "GP10", "GP11" of the first editions. */
    private static final Set<Integer> GEOPACKAGES = Set.of(0x47504B47, 0x47503130, 0x47503131);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<SourceFile> claims(SourceFiles files) {
        Set<SourceFile> claimed = new LinkedHashSet<>();
        for (SourceFile file : packages(files)) {
            claimed.add(file);
            claimed.addAll(sideFiles(file, files));
        }
        return List.copyOf(claimed);
    }

    @Override
    public List<SourceLayer> open(SourceFiles files, ReadOptions options) {
        List<SourceLayer> layers = new ArrayList<>();
        for (SourceFile file : packages(files)) {
            layers.addAll(
                    new ForeignGeoPackage(file).layers(!sideFiles(file, files).isEmpty()));
        }
        return layers;
    }

    private static List<SourceFile> packages(SourceFiles files) {
        return files.files().stream().filter(GeoPackageReader::isGeoPackage).toList();
    }

    private static List<SourceFile> sideFiles(SourceFile file, SourceFiles files) {
        return files.files().stream()
                .filter(f -> f.name().equals(file.name() + "-wal") || f.name().equals(file.name() + "-shm"))
                .toList();
    }

    private static boolean isGeoPackage(SourceFile file) {
        byte[] head = file.head(APPLICATION_ID + 4);
        boolean sqlite = head.length >= SQLITE.length
                && java.util.Arrays.equals(head, 0, SQLITE.length, SQLITE, 0, SQLITE.length);
        return sqlite
                && (file.extension().equals("gpkg")
                        || (head.length == APPLICATION_ID + 4
                                && GEOPACKAGES.contains(ByteBuffer.wrap(head).getInt(APPLICATION_ID))));
    }
}
