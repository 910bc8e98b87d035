package org.greenplan.format.dxf.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.format.dxf.DxfFrames;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** What a drawing contains: its layers by kind of shape, chains of lines joined, texts given to the shapes they name. */
final class DxfContents {
    private static final long MOST_LINKS = 500_000;
    private static final int MOST_LAYERS = 5_000;

    private final DxfDrawing drawing;
    private final DxfNames names = new DxfNames();
    private final DxfFrames frames = new DxfFrames();
    private final DxfIndex index = new DxfIndex();
    private final Map<String, Found> layers = new LinkedHashMap<>();
    private final List<Words> findings = new ArrayList<>();

    /** What one layer of the drawing holds. */
    private static final class Found {
        private final String name;
        private final long[] counts = new long[3];
        private final List<DxfPiece> apart = new ArrayList<>();
        private long first = Long.MAX_VALUE;
        private long links;
        private boolean joined;

        Found(String name) {
            this.name = name;
        }
    }

    DxfContents(DxfDrawing drawing) {
        this.drawing = drawing;
        findings.addAll(drawing.findings());
        if (drawing.hasTextsOrLines()) {
            DxfPieces.textsAndChains(drawing, this::first);
        }
        decideJoining();
        findings.addAll(DxfPieces.shapes(drawing, index, this::second));
        for (Found layer : layers.values()) {
            join(layer);
        }
        for (DxfPiece text : names.others()) {
            Found layer = layer(text);
            layer.apart.add(text);
            layer.counts[0]++;
        }
        findings.addAll(frames.findings());
        if (names.isFull()) {
            findings.add(
                    Words.of(
                            "文字超过 30 万个或重叠的外框过多，部分图形没有名称。",
                            "There are more than 300,000 texts, or too many frames around them; some shapes stay without a name."));
        }
    }

    DxfDrawing drawing() {
        return drawing;
    }

    DxfNames names() {
        return names;
    }

    /** Where the entities of each layer stand. */
    DxfIndex index() {
        return index;
    }

    List<Words> findings() {
        return findings;
    }

    /** One for each kind of shape that a layer holds. */
    List<DxfLayer> layers() {
        List<DxfLayer> list = new ArrayList<>();
        List<Found> inOrder = new ArrayList<>(layers.values());
        inOrder.sort(Comparator.comparingLong(l -> l.first));
        for (Found layer : inOrder) {
            int kinds = 0;
            for (long count : layer.counts) {
                kinds += count > 0 ? 1 : 0;
            }
            for (int dimension = 2; dimension >= 0; dimension--) {
                if (layer.counts[dimension] > 0) {
                    list.add(new DxfLayer(this, layer.name, dimension, kinds > 1, layer.counts[dimension]));
                }
            }
        }
        return list;
    }

    /** True where lines of that layer were joined and stand {@link #apart}. */
    boolean isJoined(String layer) {
        Found found = layers.get(DxfLayerState.key(layer));
        return found != null && found.joined;
    }

    /** Joined lines, and texts that name nothing. */
    List<DxfPiece> apart(String layer) {
        Found found = layers.get(DxfLayerState.key(layer));
        return found == null ? List.of() : found.apart;
    }

    private void first(DxfPiece piece) {
        if (piece.words() != null) {
            names.add(piece);
        } else if (piece.chain()) {
            layer(piece).links++;
        }
    }

    private void decideJoining() {
        long links = 0;
        for (Found layer : layers.values()) {
            layer.joined = layer.links > 0 && links + layer.links <= MOST_LINKS;
            links += layer.joined ? layer.links : 0;
            if (layer.links > 0 && !layer.joined) {
                findings.add(Words.of(
                        "图层“" + layer.name + "”的 LINE 太多(" + layer.links + ")，未首尾相接。请在 CAD 中用 PEDIT/JOIN 合并。",
                        "Layer \"" + layer.name + "\" has too many LINEs (" + layer.links
                                + ") to join them end to end. Join them in CAD (PEDIT/JOIN)."));
            }
        }
    }

    private void second(DxfPiece piece) {
        Found layer = layer(piece);
        if (piece.chain() && layer.joined) {
            layer.apart.add(piece);
        } else {
            count(layer, piece);
        }
    }

    private void count(Found layer, DxfPiece piece) {
        layer.counts[piece.dimension()]++;
        if (piece.dimension() != 2 || piece.mark() != null) {
            return;
        }
        frames.see(layer.name, piece.shape());
        if (!names.isEmpty()) {
            names.show(DxfLayerState.key(layer.name), piece.shape());
        }
    }

    private void join(Found layer) {
        if (layer.joined) {
            List<DxfPiece> chains = DxfChains.join(layer.apart);
            layer.apart.clear();
            layer.apart.addAll(chains);
            for (DxfPiece chain : chains) {
                count(layer, chain);
            }
        }
    }

    private void requireFewLayers() {
        if (layers.size() >= MOST_LAYERS) {
            String file = drawing.file().name();
            throw new Problem.Invalid(
                    Words.of(
                            file + "：图层超过 " + MOST_LAYERS + " 个。请在 CAD 中只留下要导入的图层。",
                            file + ": more than " + MOST_LAYERS
                                    + " layers. Keep only the layers to import and save the drawing again."),
                    null);
        }
    }

    private Found layer(DxfPiece piece) {
        String key = DxfLayerState.key(piece.layer());
        Found found = layers.get(key);
        if (found == null) {
            requireFewLayers();
            DxfLayerState state = drawing.layer(piece.layer());
            found = new Found(DxfLayerState.key(state.name()).equals(key) ? state.name() : piece.layer());
            layers.put(key, found);
        }
        found.first = Math.min(found.first, piece.number());
        return found;
    }

    /** What a walk through the drawing left out, and why. */
    static List<Words> unread(boolean cut, Set<String> missing, Map<String, Long> shapeless) {
        List<Words> findings = new ArrayList<>();
        if (cut) {
            findings.add(
                    Words.of(
                            "块展开后超过 100 万个对象或 2000 万个顶点，其余未读。请删去或炸开不需要的图块。",
                            "Blocks unfold to more than a million objects or 20 million points; the rest was not read. Remove or explode blocks that are not needed."));
        }
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing.stream().sorted().limit(10).toList());
            findings.add(Words.of(
                    "图块没有定义或相互引用，未展开：" + names + "。",
                    "Blocks that are not defined, or refer to each other in a circle, were not unfolded: " + names
                            + "."));
        }
        shapeless.forEach((type, count) -> findings.add(Words.of(
                count + " 个 " + type + " 没有平面形状（网格或不足两点），未读。",
                count + " × " + type
                        + " have no shape in the plane (a mesh, or fewer than two points) and were not read.")));
        return findings;
    }
}
