package org.greenplan.format.shapefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.PlotId;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.format.text.TextTrial;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** One shapefile: shapes, and the attributes that stand in the same order beside them. */
record ShapefileLayer(
        ShpFile shapes, @Nullable DbfTable table, Optional<DeclaredCrs> crs, OptionalLong count, List<Words> findings)
        implements SourceLayer {
    ShapefileLayer {
        findings = List.copyOf(findings);
    }

    @Override
    public String name() {
        String stem = shapes.file().stem();
        return stem.substring(stem.lastIndexOf('/') + 1);
    }

    @Override
    public String file() {
        return shapes.file().name();
    }

    @Override
    public String format() {
        return ShapefileReader.ID;
    }

    @Override
    public List<SourceField> fields() {
        return table == null
                ? List.of()
                : table.columns().stream().map(DbfTable.Column::as).toList();
    }

    @Override
    public void each(Consumer<SourceRow> to) {
        try (ShpFile.Records records = shapes.records()) {
            if (table == null) {
                ShapeDecoder decoder = new ShapeDecoder(file());
                while (records.next()) {
                    ShapeDecoder.Decoded shape = decoder.decode(records.content(), records.number());
                    to.accept(new SourceRow(records.number(), null, Map.of(), shape.shape(), shape.notes()));
                }
            } else {
                eachWithValues(records, table, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void eachWithValues(ShpFile.Records records, DbfTable values, Consumer<SourceRow> to) throws IOException {
        ShapeDecoder decoder = new ShapeDecoder(file());
        TextTrial.Reader texts = values.texts();
        try (DbfRows rows = values.rows()) {
            boolean shape = records.next();
            boolean row = rows.next();
            for (long number = 1; shape || row; number++) {
                if (!row || !rows.isDeleted()) {
                    ShapeDecoder.Decoded decoded =
                            shape ? decoder.decode(records.content(), number) : ShapeDecoder.Decoded.NONE;
                    List<GeometryNote> notes = new ArrayList<>(decoded.notes());
                    Map<String, @Nullable Object> attributes =
                            row ? values.values(rows.row(), texts, notes) : withoutValues(notes);
                    to.accept(new SourceRow(number, PlotId.in(attributes), attributes, decoded.shape(), notes));
                }
                shape = shape && records.next();
                row = row && rows.next();
            }
        }
    }

    private static Map<String, @Nullable Object> withoutValues(List<GeometryNote> notes) {
        notes.add(new GeometryNote(
                "values-missing", Words.of("属性表中没有对应的记录。", "The attribute table has no record for this shape.")));
        return Map.of();
    }
}
