package org.greenplan.format.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.greenplan.format.FormatReader;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;

/** Reads XLSX: every sheet with coordinates, WKT or boundary points is a layer. */
public final class XlsxReader implements FormatReader {
    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public List<SourceFile> claims(SourceFiles files) {
        return files.withExtension("xlsx");
    }

    @Override
    public List<SourceLayer> open(SourceFiles files, ReadOptions options) {
        List<SourceLayer> layers = new ArrayList<>();
        for (SourceFile file : claims(files)) {
            layers.addAll(layers(file));
        }
        return layers;
    }

    private List<SourceLayer> layers(SourceFile file) {
        List<SourceLayer> layers = new ArrayList<>();
        for (SheetTable table : tables(file)) {
            SheetLayout.of(table)
                    .ifPresent(layout -> layers.add(SheetRows.layer(file, id(), table, layout, List.of())));
        }
        if (layers.isEmpty()) {
            throw CsvReader.noPlaces(file);
        }
        return layers;
    }

    private static List<SheetTable> tables(SourceFile file) {
        try {
            new XlsxGuard(file).check();
            try (ReadableWorkbook book = XlsxTable.open(file)) {
                List<SheetTable> all = XlsxTable.guarded(file, () -> book.getSheets()
                        .<SheetTable>map(s -> new XlsxTable(file, s.getIndex(), s.getName()))
                        .toList());
                return all.stream().filter(t -> !repeats(t, all)).toList();
            }
        } catch (IOException e) {
            throw XlsxTable.unreadable(file);
        }
    }

    /** A sheet of points that goes with a sheet of the same shapes would bring every shape a second time. */
    private static boolean repeats(SheetTable table, List<SheetTable> all) {
        return all.stream()
                .filter(t -> table.name().equals(t.name() + XlsxWriter.POINTS))
                .anyMatch(SheetLayout::hasWkt);
    }
}
