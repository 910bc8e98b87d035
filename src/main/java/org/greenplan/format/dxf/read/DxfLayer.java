package org.greenplan.format.dxf.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** The polygons, the lines or the points of one layer of a drawing. */
final class DxfLayer implements SourceLayer {
    private static final List<String> KINDS = List.of("点", "线", "面");
    private static final List<SourceField> FIELDS = List.of(
            new SourceField("name", AttributeType.TEXT),
            new SourceField("text", AttributeType.TEXT),
            new SourceField("layer", AttributeType.TEXT),
            new SourceField("colour", AttributeType.TEXT),
            new SourceField("entity", AttributeType.TEXT),
            new SourceField("block", AttributeType.TEXT),
            new SourceField("elevation", AttributeType.REAL),
            new SourceField("handle", AttributeType.TEXT));

    private final DxfContents contents;
    private final String layer;
    private final int dimension;
    private final boolean mixed;
    private final long count;

    DxfLayer(DxfContents contents, String layer, int dimension, boolean mixed, long count) {
        this.contents = contents;
        this.layer = layer;
        this.dimension = dimension;
        this.mixed = mixed;
        this.count = count;
    }

    @Override
    public String name() {
        return mixed ? layer + " (" + KINDS.get(dimension) + ")" : layer;
    }

    @Override
    public String file() {
        return contents.drawing().file().name();
    }

    @Override
    public String format() {
        return DxfReader.ID;
    }

    @Override
    public List<SourceField> fields() {
        return FIELDS;
    }

    @Override
    public Optional<DeclaredCrs> crs() {
        return contents.drawing().placement().crs();
    }

    @Override
    public OptionalLong count() {
        return OptionalLong.of(count);
    }

    @Override
    public List<Words> findings() {
        List<Words> findings = new ArrayList<>(contents.findings());
        DxfLayerState state = contents.drawing().layer(layer);
        if (state.frozen() || state.off()) {
            findings.add(Words.of(
                    "图层“" + layer + "”在图中" + (state.frozen() ? "已冻结" : "已关闭") + "，仍可导入。",
                    "Layer \"" + layer + "\" is " + (state.frozen() ? "frozen" : "off")
                            + " in the drawing; it can be imported all the same."));
        }
        return findings;
    }

    @Override
    public void each(Consumer<SourceRow> to) {
        boolean joined = contents.isJoined(layer);
        DxfPieces.shapes(contents.drawing(), contents.index(), layer, piece -> {
            if (piece.dimension() == dimension && !(piece.chain() && joined)) {
                to.accept(row(piece));
            }
        });
        for (DxfPiece piece : contents.apart(layer)) {
            if (piece.dimension() == dimension) {
                to.accept(row(piece));
            }
        }
    }

    private SourceRow row(DxfPiece piece) {
        String plot = piece.mark() == null ? null : piece.mark().plot();
        DxfNames.Name name = named(piece, plot);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", name == null ? null : name.name());
        values.put("text", name == null ? null : name.all());
        values.put("layer", layer);
        values.put(
                "colour",
                piece.colour().isEmpty() ? contents.drawing().layer(layer).colour() : piece.colour());
        values.put("entity", piece.entity());
        values.put("block", piece.block());
        values.put("elevation", Double.isNaN(piece.elevation()) ? null : (Double) piece.elevation());
        values.put("handle", piece.handle());
        return new SourceRow(piece.number(), plot, values, piece.shape(), piece.notes());
    }

    private DxfNames.@Nullable Name named(DxfPiece piece, @Nullable String plot) {
        if (piece.words() != null) {
            return DxfNames.name(List.of(piece.words()));
        }
        String own = plot == null ? null : contents.names().ofPlot(plot);
        if (own != null) {
            return new DxfNames.Name(own, own);
        }
        return plot == null && dimension == 2 ? contents.names().find(DxfLayerState.key(layer), piece.shape()) : null;
    }
}
