package org.greenplan.tile;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Belt;
import org.greenplan.catalogue.LayerType;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.KnownFeatures;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Database;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Vector tiles of each layer, and of the net polygons that make every number of the report. */
public record TileApi(Database database) {
    /** Name under which the ledger's net polygons are served. */
    public static final String NET = "net";

    private static final int EXTENT = 4096;
    private static final int BUFFER = 128;
    /** A shape narrower than nine pixels of the map carries no name, and a hundred thousand names are most of a tile. */
    private static final int LEAST_NAMED = 9 * EXTENT / 512;

    private static final double MARGIN = (double) BUFFER / EXTENT;
    /**
     * What the map needs for labels and styles, under the name of its role, whatever the catalogue calls it; the rest is asked for
     * feature by feature.
     */
    private static final List<AttributeRole> MEANT = List.of(
            AttributeRole.STATUS,
            AttributeRole.EFFECT,
            AttributeRole.CLASS,
            AttributeRole.YEAR,
            AttributeRole.OFFICE,
            AttributeRole.ILLUSTRATIVE);

    /** GET /tiles/{layer}/{z}/{x}/{y}.mvt; several layers with a comma between are one tile. */
    public void tile(Context ctx) {
        List<String> layers =
                Stream.of(ctx.pathParam("layer").split(",")).distinct().toList();
        answer(ctx, layers, () -> address(ctx));
    }

    /** Answers one tile of some layers, or that it has not changed. */
    void answer(Context ctx, List<String> layers, Supplier<TileAddress> address) {
        // As many stamps as layers may be longer than a head.
        String tag = layers.size() == 1
                ? tag(layers)
                : UUID.nameUUIDFromBytes(tag(layers).getBytes(StandardCharsets.UTF_8))
                        .toString();
        answer(ctx, tag, () -> ofLayers(layers, address.get()));
    }

    private static void answer(Context ctx, String tag, Supplier<byte[]> made) {
        String etag = "\"" + tag + "\"";
        ctx.header("ETag", etag);
        ctx.header("Cache-Control", "no-cache");
        if (etag.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
            return;
        }
        byte[] tile = made.get();
        ctx.contentType("application/vnd.mapbox-vector-tile");
        if (tile.length > 0) {
            ctx.result(tile);
        } else {
            ctx.status(204);
        }
    }

    /** A tile of several layers is the tiles of each behind one another. */
    private byte[] ofLayers(List<String> layers, TileAddress address) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        layers.forEach(layer -> all.writeBytes(ofLayer(layer, address)));
        return all.toByteArray();
    }

    private byte[] ofLayer(String layer, TileAddress address) {
        return layer.equals(NET) ? net(address) : features(database.catalogue().layer(layer), address);
    }

    private byte[] features(LayerType layer, TileAddress address) {
        MvtEncoder encoder = new MvtEncoder(layer.id(), EXTENT);
        TileGeometry grid = new TileGeometry(address, EXTENT, BUFFER);
        return database.read(session -> {
            // A tile is that of its tag: what waits to be taken in may be taken back, and the tag would be the same
            // again.
            new KnownFeatures(session).stream(layer, address.lonLat(MARGIN), feature -> grid.of(feature.geometry())
                    .ifPresent(
                            shape -> encoder.add(feature.ref().id(), tags(layer, feature.attributes(), shape), shape)));
            return encoder.toBytes();
        });
    }

    private byte[] net(TileAddress address) {
        MvtEncoder encoder = new MvtEncoder(NET, EXTENT);
        TileGeometry grid = new TileGeometry(address, EXTENT, BUFFER);
        return database.read(session -> {
            for (var shape : new LedgerStore(session).netShapes(address.lonLat(MARGIN))) {
                Map<String, @Nullable Object> tags = new LinkedHashMap<>();
                tags.put("layer", shape.getKey().layer());
                grid.of(shape.getValue())
                        .ifPresent(g -> encoder.add(shape.getKey().id(), tags, g));
            }
            return encoder.toBytes();
        });
    }

    private String tag(List<String> layers) {
        layers.stream().filter(layer -> !layer.equals(NET)).forEach(database.catalogue()::layer);
        return database.read(session -> layers.stream()
                .map(layer -> layer + "-" + stamp(new HistoryStore(session), layer))
                .collect(Collectors.joining(",")));
    }

    /** Net polygons change with every layer that the ledger looks at: the newest changeset stands for them. */
    private static String stamp(HistoryStore history, String layer) {
        return layer.equals(NET) ? history.lastStamp() : history.stampOf(layer);
    }

    private static Map<String, @Nullable Object> tags(
            LayerType layer, Map<String, @Nullable Object> attributes, Geometry shape) {
        Map<String, @Nullable Object> tags = new LinkedHashMap<>();
        Belt belt = layer.belt();
        if (belt != null) {
            tags.put(belt.leftWidth(), attributes.get(belt.leftWidth()));
            tags.put(belt.rightWidth(), attributes.get(belt.rightWidth()));
        }
        for (AttributeRole role : MEANT) {
            Object value = layer.value(role, attributes);
            if (value != null) {
                tags.put(role.spelled(), value);
            }
        }
        Object name = layer.value(AttributeRole.NAME, attributes);
        boolean unread =
                shape.getDimension() == 2 && shape.getEnvelopeInternal().getWidth() < LEAST_NAMED;
        if (name != null && !unread) {
            tags.put("label", name);
        }
        return tags;
    }

    private static TileAddress address(Context ctx) {
        try {
            return new TileAddress(
                    Integer.parseInt(ctx.pathParam("z")),
                    Integer.parseInt(ctx.pathParam("x")),
                    Integer.parseInt(ctx.pathParam("y")));
        } catch (NumberFormatException e) {
            throw new Problem.Invalid(Words.of("瓦片地址应为整数 z/x/y", "A tile address is three whole numbers z/x/y."), null);
        }
    }
}
