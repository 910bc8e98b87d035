package org.greenplan.tile;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** GET /tiles/{layer}/{z}/{x}/{y}.mvt */
    public void tile(Context ctx) {
        answer(ctx, ctx.pathParam("layer"), address(ctx));
    }

    /** Answers one tile of a layer, or that it has not changed. */
    public void answer(Context ctx, String layer, TileAddress address) {
        String etag = "\"" + layer + "-" + stamp(layer) + "\"";
        ctx.header("ETag", etag);
        ctx.header("Cache-Control", "no-cache");
        if (etag.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
            return;
        }
        byte[] tile =
                layer.equals(NET) ? net(address) : features(database.catalogue().layer(layer), address);
        ctx.contentType("application/vnd.mapbox-vector-tile");
        if (tile.length > 0) {
            ctx.result(tile);
        } else {
            ctx.status(204);
        }
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

    /** Net polygons change with every layer that the ledger looks at: the newest changeset stands for them. */
    private String stamp(String layer) {
        if (layer.equals(NET)) {
            return database.read(session -> new HistoryStore(session).lastStamp());
        }
        database.catalogue().layer(layer);
        return database.read(session -> new HistoryStore(session).stampOf(layer));
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
