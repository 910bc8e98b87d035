package org.greenplan.format.dxf.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.greenplan.format.dxf.DxfEntity;
import org.greenplan.format.dxf.DxfMark;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Walks through what a drawing shows in model space, blocks taken apart where they stand, one piece at a time. */
final class DxfPieces {
    private static final int DEEPEST = 16;
    private static final int MOST_COPIES = 10_000;
    private static final int MOST_NAMES = 1_000;
    private static final long MOST_FROM_BLOCKS = 1_000_000;
    private static final long MOST_BLOCK_POINTS = 20_000_000;

    private final DxfDrawing drawing;
    private final Consumer<DxfPiece> to;
    private final Wanted wanted;
    private final Set<String> within = new HashSet<>();
    private final Map<String, Long> shapeless = new TreeMap<>();
    private final Set<String> missing = new HashSet<>();
    private @Nullable DxfIndex index;
    private @Nullable String only;
    private long place;
    private long number;
    private long fromBlocks;
    private long blockPoints;
    private boolean cut;

    private DxfPieces(DxfDrawing drawing, Consumer<DxfPiece> to, Wanted wanted) {
        this.drawing = drawing;
        this.to = to;
        this.wanted = wanted;
    }

    /** What an entity takes over from the INSERT that shows it. */
    private record Setting(
            AffineTransformation place,
            @Nullable String layer,
            String colour,
            @Nullable String block,
            @Nullable String handle,
            @Nullable DxfMark mark,
            int depth) {}

    /** Which pieces a walk is for. */
    private enum Wanted {
        SHAPES,
        TEXTS_AND_CHAINS
    }

    /** All shapes, whose places are noted; gives what was left out and why. */
    static List<Words> shapes(DxfDrawing drawing, DxfIndex index, Consumer<DxfPiece> to) {
        var pieces = new DxfPieces(drawing, to, Wanted.SHAPES);
        pieces.index = index;
        pieces.walk();
        return pieces.findings();
    }

    /** Texts, and the lines and arcs that may join others. */
    static void textsAndChains(DxfDrawing drawing, Consumer<DxfPiece> to) {
        new DxfPieces(drawing, to, Wanted.TEXTS_AND_CHAINS).walk();
    }

    /** The shapes of one layer. */
    static void shapes(DxfDrawing drawing, DxfIndex index, String layer, Consumer<DxfPiece> to) {
        String key = DxfLayerState.key(layer);
        var pieces = new DxfPieces(
                drawing,
                p -> {
                    if (DxfLayerState.key(p.layer()).equals(key)) {
                        to.accept(p);
                    }
                },
                Wanted.SHAPES);
        pieces.only = key;
        DxfIndex.Places places = index.of(key);
        if (places == null) {
            pieces.walk();
        } else {
            pieces.walk(places);
        }
    }

    private void walk() {
        var returned = new DxfReturned(to);
        try (DxfRecords records = drawing.records()) {
            for (DxfEntity record = records.next(); record != null; record = records.next()) {
                if (!records.section().equals("ENTITIES") || record.type().equals("SECTION")) {
                    continue;
                }
                number++;
                place = records.at();
                boolean asked = only == null
                        || record.type().equals("INSERT")
                        || DxfLayerState.key(record.layer()).equals(only);
                if (asked && !record.flag(67, 1)) {
                    visit(record, outermost(), returned);
                }
            }
        }
        returned.finish();
    }

    private void walk(DxfIndex.Places places) {
        var returned = new DxfReturned(to);
        try (DxfRecords records = drawing.records()) {
            for (int i = 0; i < places.size(); i++) {
                DxfEntity record = records.recordAt(places.at(i));
                number = places.number(i);
                if (record != null) {
                    visit(record, outermost(), returned);
                }
            }
        }
        returned.finish();
    }

    private Setting outermost() {
        return new Setting(drawing.placement().toMetres(), null, "", null, null, null, 0);
    }

    private void visit(DxfEntity entity, Setting setting, Consumer<DxfPiece> sink) {
        if ((setting.depth() > 0 && ++fromBlocks > MOST_FROM_BLOCKS) || blockPoints > MOST_BLOCK_POINTS) {
            cut = true;
        } else if (entity.type().equals("INSERT")) {
            insert(entity, setting, sink);
        } else if (entity.type().equals("TEXT")
                || entity.type().equals("MTEXT")
                || entity.type().equals("ATTRIB")) {
            if (wanted == Wanted.TEXTS_AND_CHAINS) {
                words(entity, setting, sink);
            }
        } else if (DxfShapes.KNOWN.contains(entity.type()) && (wanted == Wanted.SHAPES || isLink(entity))) {
            var shapes = new DxfShapes(entity, setting.place());
            Geometry shape = shapes.shape();
            if (shape == null) {
                shapeless.merge(entity.type(), 1L, Long::sum);
                return;
            }
            blockPoints += setting.depth() > 0 ? shape.getNumPoints() : 0;
            note(layer(entity, setting));
            boolean chain = shape.getDimension() == 1
                    && (entity.type().equals("LINE") || entity.type().equals("ARC"));
            sink.accept(new DxfPiece(
                    number,
                    entity.type(),
                    layer(entity, setting),
                    colour(entity, setting),
                    setting.depth() == 0 ? entity.textOf(5) : setting.handle(),
                    setting.block(),
                    shapes.elevation(),
                    setting.depth() == 0 ? DxfMark.of(entity) : setting.mark(),
                    shape,
                    null,
                    null,
                    0,
                    chain,
                    shapes.notes()));
        }
    }

    private void note(String layer) {
        if (index != null) {
            index.note(DxfLayerState.key(layer), place, number);
        }
    }

    private static boolean isLink(DxfEntity entity) {
        return entity.type().equals("LINE") || entity.type().equals("ARC");
    }

    private void words(DxfEntity entity, Setting setting, Consumer<DxfPiece> sink) {
        var text = DxfLabel.of(entity, setting.place());
        if (!text.words().isEmpty()) {
            sink.accept(new DxfPiece(
                    number,
                    entity.type(),
                    layer(entity, setting),
                    colour(entity, setting),
                    setting.depth() == 0 ? entity.textOf(5) : setting.handle(),
                    setting.block(),
                    Double.NaN,
                    setting.depth() == 0 ? DxfMark.of(entity) : setting.mark(),
                    DxfShapes.FACTORY.createPoint(text.middle()),
                    text.words(),
                    text.start(),
                    text.height(),
                    false,
                    List.of()));
        }
    }

    private void insert(DxfEntity insert, Setting outer, Consumer<DxfPiece> sink) {
        String written = insert.textOf(2);
        String name = written == null ? "" : written.strip();
        DxfBlock block = drawing.block(name);
        for (DxfEntity attribute : insert.parts()) {
            visit(attribute, inside(outer, insert, outer.place(), name), sink);
        }
        if (block == null || outer.depth() >= DEEPEST || !within.add(DxfLayerState.key(name))) {
            if (missing.size() < MOST_NAMES) {
                missing.add(name);
            }
            return;
        }
        long before = fromBlocks;
        int columns = Math.max(1, insert.integer(70, 1));
        int rows = Math.max(1, insert.integer(71, 1));
        long copies = Math.min(MOST_COPIES, (long) columns * rows);
        boolean tooMany = copies < (long) columns * rows;
        for (int i = 0; i < copies && !cut; i++) {
            var there = DxfPlane.placed(insert, block, i % columns, i / columns).compose(outer.place());
            Setting inner = inside(outer, insert, there, name);
            String asked = only;
            for (int j = 0; j < block.entities().size(); j++) {
                if (asked == null || block.mayShow(j, asked)) {
                    visit(block.entities().get(j), inner, sink);
                } else {
                    fromBlocks++;
                }
            }
        }
        cut |= tooMany;
        within.remove(DxfLayerState.key(name));
        if (fromBlocks == before
                && block.entities().isEmpty()
                && !drawing.attached().isAttached(name)) {
            symbol(insert, outer, name, sink);
        }
    }

    /** A block without shapes of its own is a mark on the map: its place is all there is. */
    private void symbol(DxfEntity insert, Setting outer, String name, Consumer<DxfPiece> sink) {
        var here = DxfPlane.of(insert).compose(outer.place());
        var point = DxfShapes.FACTORY.createPoint(
                new org.locationtech.jts.geom.CoordinateXY(insert.real(10, 0), insert.real(20, 0)));
        Setting inner = inside(outer, insert, here, name);
        note(layer(insert, outer));
        sink.accept(new DxfPiece(
                number,
                insert.type(),
                layer(insert, outer),
                colour(insert, outer),
                inner.handle(),
                name,
                Double.NaN,
                inner.mark(),
                here.transform(point),
                null,
                null,
                0,
                false,
                List.of()));
    }

    private Setting inside(Setting outer, DxfEntity insert, AffineTransformation place, String block) {
        boolean first = outer.depth() == 0;
        return new Setting(
                place,
                layer(insert, outer),
                colour(insert, outer),
                block,
                first ? insert.textOf(5) : outer.handle(),
                first ? DxfMark.of(insert) : outer.mark(),
                outer.depth() + 1);
    }

    /** Layer 0 inside a block is the layer of the INSERT. */
    private static String layer(DxfEntity entity, Setting setting) {
        String own = entity.layer();
        return own.equals("0") && setting.layer() != null ? setting.layer() : own;
    }

    private static String colour(DxfEntity entity, Setting setting) {
        int aci = entity.integer(62, 256);
        String own = DxfLayerState.colour(entity, aci);
        return own.equals("256") ? "" : own.equals("0") ? setting.colour() : own;
    }

    private List<Words> findings() {
        return DxfContents.unread(cut, missing, shapeless);
    }
}
