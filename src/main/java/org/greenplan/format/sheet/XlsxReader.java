package org.greenplan.format.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.greenplan.format.FormatReader;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.TableColumns;

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
            layers.addAll(layers(file, options));
        }
        return layers;
    }

    private List<SourceLayer> layers(SourceFile file, ReadOptions options) {
        List<SourceLayer> layers = new ArrayList<>();
        List<SheetTable> tables = tables(file);
        Map<List<Optional<SheetRole>>, List<SheetTable>> alike = new LinkedHashMap<>();
        Map<SheetTable, SheetLayout> layouts = new LinkedHashMap<>();
        for (SheetTable table : tables) {
            SheetHeadings.of(table, options.columnsOf(file.name(), table.name()))
                    .ifPresent(layout -> {
                        layouts.put(table, layout);
                        boolean joins =
                                layout.mayBePlots() && layout.plotColumn() == null && layout.pointColumn() != null;
                        alike.computeIfAbsent(joins ? layout.columns() : List.of(), columns -> new ArrayList<>())
                                .add(table);
                    });
        }
        alike.forEach((columns, sheets) -> layers.addAll(
                columns.isEmpty() || sheets.size() < 2
                        ? apart(file, sheets, layouts)
                        : joined(file, sheets, layouts, options)));
        for (SheetTable table : layers.isEmpty() ? tables : List.<SheetTable>of()) {
            SheetHeadings.unrecognised(table)
                    .ifPresent(layout -> layers.add(SheetSurvey.layer(file, id(), table, layout, List.of())));
        }
        if (layers.isEmpty()) {
            throw CsvReader.noPlaces(file);
        }
        return layers;
    }

    private List<SourceLayer> apart(SourceFile file, List<SheetTable> sheets, Map<SheetTable, SheetLayout> layouts) {
        List<SourceLayer> layers = new ArrayList<>();
        layouts.forEach((table, layout) -> {
            if (sheets.contains(table)) {
                layers.add(SheetSurvey.layer(file, id(), table, layout, List.of()));
            }
        });
        return layers;
    }

    /** A sheet for each plot: one layer, unless the sheets turn out to hold points of their own. */
    private List<SourceLayer> joined(
            SourceFile file, List<SheetTable> sheets, Map<SheetTable, SheetLayout> layouts, ReadOptions options) {
        String stem = file.stem().substring(file.stem().lastIndexOf('/') + 1);
        var together = new JoinedSheets(stem, sheets);
        SourceLayer layer = SheetHeadings.of(together, options.columnsOf(file.name(), stem))
                .map(layout -> SheetSurvey.layer(file, id(), together, layout, List.of()))
                .orElse(null);
        boolean plots = layer != null
                && layer.tableColumns().filter(TableColumns::plots).isPresent();
        boolean chosen = !options.columnsOf(file.name(), stem).isEmpty();
        return layer != null && (plots || chosen) ? List.of(layer) : apart(file, sheets, layouts);
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
