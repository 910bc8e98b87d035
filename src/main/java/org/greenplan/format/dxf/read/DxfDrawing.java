package org.greenplan.format.dxf.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.dxf.DxfEntity;
import org.greenplan.format.dxf.DxfGroups;
import org.greenplan.format.dxf.DxfPlacement;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** What must be known of a drawing before its entities can be read: encoding, layers, blocks, unit and place. */
final class DxfDrawing {
    /** Marks of the format itself: nothing is lost with them. */
    private static final Set<String> ENDS = Set.of("SECTION", "ENDSEC", "SEQEND", "EOF");

    private static final int MOST_LAYERS = 20_000;
    private static final int MOST_TYPES = 500;
    private static final int MOST_BLOCKS = 100_000;
    private static final long MOST_BLOCK_BYTES = 96L << 20;

    private final SourceFile file;
    private final DxfEncoding encoding;
    private final Map<String, DxfLayerState> layers = new HashMap<>();
    private final Map<String, String> layerKeys = new HashMap<>();
    private final Map<String, DxfBlock> blocks = new HashMap<>();
    private final Map<String, Long> ignored = new TreeMap<>();
    private final DxfAttached attached = new DxfAttached();
    private final List<Words> findings = new ArrayList<>();
    private final Envelope extent = new Envelope();
    private DxfPlacement placement = DxfPlacement.of(null, 0, extent);
    private @Nullable String statement;
    private @Nullable DxfBlock open;
    private long blockBytes;
    private long onPaper;
    private int units;
    private boolean textsOrLines;

    private DxfDrawing(SourceFile file, DxfEncoding encoding) {
        this.file = file;
        this.encoding = encoding;
        findings.add(encoding.reason());
    }

    static DxfDrawing of(SourceFile file, ReadOptions options) {
        var drawing = new DxfDrawing(file, DxfEncoding.of(file, options));
        drawing.scan();
        return drawing;
    }

    /** A new run through the records. */
    DxfRecords records() {
        return new DxfRecords(file, encoding.charset());
    }

    SourceFile file() {
        return file;
    }

    DxfLayerState layer(String name) {
        DxfLayerState state = layers.get(DxfLayerState.key(name));
        return state == null ? DxfLayerState.unknown(name) : state;
    }

    @Nullable
    DxfBlock block(String name) {
        return blocks.get(DxfLayerState.key(name));
    }

    /** False where every shape stands for itself. */
    boolean hasTextsOrLines() {
        return textsOrLines;
    }

    /** Other files that the drawing shows. */
    DxfAttached attached() {
        return attached;
    }

    DxfPlacement placement() {
        return placement;
    }

    List<Words> findings() {
        return findings;
    }

    private void scan() {
        try (DxfRecords records = records()) {
            for (DxfEntity record = records.next(); record != null; record = records.next()) {
                take(record, records.section());
            }
            for (String comment : records.comments()) {
                stated(comment);
            }
            if (!records.ended()) {
                throw DxfGroups.broken(
                        file, records.line(), "图形没有写完，文件被截断", "the drawing ends too early; the file was cut off");
            }
        }
        placement = DxfPlacement.of(statement, units, extent);
        findings.addAll(placement.findings());
        findings.addAll(attached.findings());
        reportIgnored();
    }

    private void take(DxfEntity record, String section) {
        switch (section) {
            case "HEADER" -> header(record);
            case "TABLES" -> {
                if (record.type().equals("LAYER") && layers.size() < MOST_LAYERS) {
                    DxfLayerState layer = DxfLayerState.of(record);
                    layers.putIfAbsent(DxfLayerState.key(layer.name()), layer);
                }
            }
            case "BLOCKS" -> block(record);
            case "ENTITIES" -> entity(record);
            case "OBJECTS" -> {
                attached.object(record);
                if (record.type().equals("XRECORD")) {
                    String first = record.textOf(1);
                    stated(first == null ? "" : first);
                }
            }
            default -> {
                // classes and thumbnails say nothing about shapes
            }
        }
    }

    private void stated(String text) {
        if (statement == null && DxfPlacement.isStatement(text)) {
            statement = text;
        }
    }

    private void header(DxfEntity record) {
        for (int i = 0; i + 1 < record.size(); i++) {
            if (record.code(i) == 9 && record.text(i).strip().equals("$INSUNITS") && record.code(i + 1) == 70) {
                units = record.integer(i + 1);
            }
        }
    }

    private void block(DxfEntity record) {
        if (record.type().equals("BLOCK")) {
            String name = record.textOf(2);
            open = new DxfBlock(name == null ? "" : name.strip(), record.real(10, 0), record.real(20, 0));
            attached.block(record);
        } else if (open != null && record.type().equals("ENDBLK")) {
            String key = DxfLayerState.key(open.name());
            if (!key.startsWith("*paper_space") && !key.startsWith("*model_space") && blocks.size() < MOST_BLOCKS) {
                blocks.putIfAbsent(key, open);
            }
            open = null;
        } else if (open != null
                && (DxfShapes.KNOWN.contains(record.type()) || record.type().equals("INSERT"))) {
            blockBytes += record.weight();
            if (blockBytes <= MOST_BLOCK_BYTES) {
                open.add(record, layerKeys.computeIfAbsent(DxfLayerState.key(record.layer()), k -> k));
            } else if (blockBytes - record.weight() <= MOST_BLOCK_BYTES) {
                findings.add(Words.of(
                        "块定义超过 96 MB，其余块内容未读。请将块炸开（EXPLODE）后另存。",
                        "Block definitions exceed 96 MB; the rest of them was not read. EXPLODE them and save again."));
            }
        }
    }

    private void entity(DxfEntity record) {
        if (ENDS.contains(record.type()) || attached.entity(record)) {
            return;
        }
        if (record.flag(67, 1)) {
            onPaper++;
        } else if (DxfShapes.KNOWN.contains(record.type()) || record.type().equals("INSERT")) {
            textsOrLines |= !DxfShapes.COMPLETE.contains(record.type());
            int x = record.find(10);
            int y = record.find(20);
            if (x >= 0 && y >= 0 && DxfShapes.STARTS_AT_ITS_POINT.contains(record.type())) {
                extent.expandToInclude(record.real(x), record.real(y));
            }
            if (record.find(1001) >= 0 && record.textOf(1) != null) {
                stated(String.valueOf(record.textOf(1)));
            }
        } else if (ignored.size() < MOST_TYPES || ignored.containsKey(record.type())) {
            ignored.merge(record.type(), 1L, Long::sum);
        }
    }

    private void reportIgnored() {
        if (onPaper > 0) {
            findings.add(Words.of(
                    "图纸空间（布局）中的 " + onPaper + " 个对象未读，只读模型空间。",
                    onPaper + " objects in paper space (layouts) were not read; only model space is."));
        }
        if (!ignored.isEmpty()) {
            String list = String.join(
                    ", ",
                    ignored.entrySet().stream()
                            .limit(20)
                            .map(e -> e.getKey() + " × " + e.getValue())
                            .toList());
            findings.add(Words.of(
                    "没有可用图形的对象未读：" + list + "。", "Objects that give no plot shape were not read: " + list + "."));
        }
    }
}
