package org.greenplan.format.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.greenplan.format.FormatReader;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.text.TextEncoding;

/** Reads CSV with coordinates, WKT or boundary points. */
public final class CsvReader implements FormatReader {
    private static final Set<String> EXTENSIONS = Set.of("csv", "tsv");

    @Override
    public String id() {
        return "csv";
    }

    /** A table without coordinates is a side text where it lies among other files, and the table of points repeats its shapes. */
    @Override
    public List<SourceFile> claims(SourceFiles files) {
        List<SourceFile> tables = files.files().stream()
                .filter(f -> EXTENSIONS.contains(f.extension()))
                .toList();
        boolean alone = tables.size() == files.files().size();
        return tables.stream()
                .filter(f -> !isPointsOf(f, tables))
                .filter(f -> alone || hasPlaces(f))
                .toList();
    }

    private static boolean isPointsOf(SourceFile file, List<SourceFile> tables) {
        return tables.stream()
                .filter(t -> file.stem().equals(t.stem() + CsvWriter.POINTS))
                .anyMatch(t -> SheetLayout.hasWkt(new CsvTable(t, TextEncoding.of(t, null))));
    }

    private static boolean hasPlaces(SourceFile file) {
        return SheetLayout.of(new CsvTable(file, TextEncoding.of(file, null))).isPresent();
    }

    @Override
    public List<SourceLayer> open(SourceFiles files, ReadOptions options) {
        List<SourceLayer> layers = new ArrayList<>();
        for (SourceFile file : claims(files)) {
            TextEncoding encoding = TextEncoding.of(file, options.encoding());
            SheetTable table = new CsvTable(file, encoding);
            SheetLayout layout = SheetHeadings.of(table, options.columnsOf(file.name(), table.name()))
                    .or(() -> SheetHeadings.unrecognised(table))
                    .orElseThrow(() -> noPlaces(file));
            layers.add(SheetSurvey.layer(file, id(), table, layout, List.of(encoding.why())));
        }
        return layers;
    }

    static RuntimeException noPlaces(SourceFile file) {
        return file.broken(
                "前 40 行中没有找到坐标列。列名可用：经度/纬度、lon/lat、X坐标/Y坐标（X 为北）、x/y、东坐标/北坐标，或 WKT。",
                "no columns with coordinates in the first 40 rows. Name them lon/lat, 经度/纬度, x/y (x is east),"
                        + " X坐标/Y坐标 (X is north), east/north, or WKT.");
    }
}
