package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.StringJoiner;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Vector tiles as the map asks for them. */
class TilesOverHttpTest {
    private static final double WEST = 113.30;
    private static final double NORTH = 34.77;
    private static final double WIDTH = 0.02;

    @ParameterizedTest
    @EnumSource
    void tilesAreClippedThinnedTaggedAndFollowEveryWrite(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            String near = address(WEST + WIDTH / 2, NORTH, 17);
            String far = address(WEST + WIDTH / 2, NORTH, 9);
            assertThat(tile(plan, near, null).statusCode()).isEqualTo(204);
            plan.park("li", "锯齿", "[" + saw(2000) + "]");

            HttpResponse<byte[]> close = tile(plan, near, null);
            assertThat(close.headers().firstValue("Content-Type")).hasValue("application/vnd.mapbox-vector-tile");
            TileBox box = TileBox.of(close.body());
            assertThat(box.minX()).isBetween(-129, 0);
            assertThat(box.maxX()).isBetween(4096, 4225);
            assertThat(box.vertices()).isBetween(20, 400);
            TileBox thin = TileBox.of(tile(plan, far, null).body());
            assertThat(thin.vertices()).isBetween(3, 40);

            String tag = close.headers().firstValue("ETag").orElseThrow();
            assertThat(tile(plan, near, tag).statusCode()).isEqualTo(304);
            plan.post(
                    "/api/changesets",
                    HttpDesk.create("li", "lakes", "湖", HttpDesk.polygon(HttpDesk.box(113.2, 34.8, 0.001))));
            assertThat(tile(plan, near, tag).statusCode()).isEqualTo(304);
            plan.park("li", "再", HttpDesk.box(WEST, NORTH, 0.001));
            HttpResponse<byte[]> after = tile(plan, near, tag);
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(after.headers().firstValue("ETag"))
                    .isNotEqualTo(close.headers().firstValue("ETag"));
            assertThat(tile(plan, near.replace("parks", "net"), null).statusCode())
                    .isEqualTo(200);
            severalLayersAreOneTile(plan, near);
        }
    }

    private static void severalLayersAreOneTile(HttpDesk plan, String parks) {
        HttpResponse<byte[]> both = tile(plan, parks.replace("parks", "parks,lakes,net,parks"), null);
        byte[] one = tile(plan, parks, null).body();
        assertThat(both.body())
                .startsWith(one)
                .endsWith(tile(plan, parks.replace("parks", "net"), null).body());
        String tag = both.headers().firstValue("ETag").orElseThrow();
        assertThat(tile(plan, parks.replace("parks", "parks,lakes,net"), tag).statusCode())
                .isEqualTo(304);
        plan.post(
                "/api/changesets",
                HttpDesk.create("li", "lakes", "再一湖", HttpDesk.polygon(HttpDesk.box(113.2, 34.82, 0.001))));
        assertThat(tile(plan, parks.replace("parks", "parks,lakes,net"), tag).statusCode())
                .isEqualTo(200);
        assertThat(tile(plan, parks.replace("parks", "parks,nowhere"), null).statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<byte[]> tile(HttpDesk plan, String path, String tag) {
        var request = plan.request(path);
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        return plan.send(request, BodyHandlers.ofByteArray());
    }

    /** A strip with a saw of so many teeth along its southern edge. */
    private static String saw(int teeth) {
        StringJoiner ring = new StringJoiner(",", "[", "]");
        ring.add("[" + (WEST + WIDTH) + "," + (NORTH + 0.004) + "]").add("[" + WEST + "," + (NORTH + 0.004) + "]");
        for (int i = 0; i <= teeth; i++) {
            ring.add("[" + (WEST + WIDTH * i / teeth) + "," + (NORTH + (i % 2) * 0.0002) + "]");
        }
        return ring.toString();
    }

    private static String address(double lon, double lat, int zoom) {
        int x = (int) ((lon + 180) / 360 * (1 << zoom));
        double mercator = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2));
        int y = (int) ((1 - mercator / Math.PI) / 2 * (1 << zoom));
        return "/tiles/parks/" + zoom + "/" + x + "/" + y + ".mvt";
    }
}
