package org.greenplan.format.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
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
                // Sheets of points that go with a sheet of the same shapes would bring every shape a second time.
                Set<String> names = XlsxTable.guarded(
                        file, () -> book.getSheets().map(Sheet::getName).collect(Collectors.toSet()));
                return XlsxTable.guarded(file, () -> book.getSheets()
                        .filter(s -> !s.getName().endsWith(XlsxWriter.POINTS)
                                || !names.contains(
                                        s.getName().substring(0, s.getName().length() - XlsxWriter.POINTS.length())))
                        .<SheetTable>map(s -> new XlsxTable(file, s.getIndex(), s.getName()))
                        .toList());
            }
        } catch (IOException e) {
            throw XlsxTable.unreadable(file);
        }
    }
}
