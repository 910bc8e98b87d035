package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.greenplan.photo.PhotoStore;
import org.greenplan.picture.PictureFile;
import org.greenplan.store.PlanBackup;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A photo of a plot: brought, seen, taken back and brought again, and nothing but a JPEG whatever was sent. */
class PhotosOverHttpTest {
    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPhotoIsKeptWithItsPlotAndTakenBackLikeAnyWrite(Kind kind, @TempDir Path folder) throws Exception {
        try (HttpDesk desk = HttpDesk.open(kind)) {
            JsonNode plot = desk.park("甲", "照片游园", HttpDesk.box(113.25, 34.79, 0.001))
                    .path("features")
                    .path(0);
            String photos = "/api/layers/parks/features/" + plot.path("id").asLong() + "/photos";
            var picture = new BufferedImage(5000, 1000, BufferedImage.TYPE_INT_RGB);
            HttpResponse<String> kept = send(
                    desk,
                    photos + "?author=%E4%B9%99&taken=2019-07-01&note=%E4%B8%9C%E5%8D%97%E8%A7%92",
                    PictureFile.png(picture));
            assertThat(kept.statusCode()).isEqualTo(201);
            JsonNode photo = desk.json(photos).path(0);
            assertThat(photo.path("properties").path("taken").asText()).isEqualTo("2019-07-01");
            assertThat(photo.path("properties").path("person").asText()).isEqualTo("乙");
            assertThat(photo.path("properties").path("note").asText()).isEqualTo("东南角");
            String address =
                    "/photos/" + photo.path("properties").path("picture").asText();
            HttpResponse<byte[]> seen = desk.send(desk.request(address), BodyHandlers.ofByteArray());
            assertThat(seen.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(seen.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            BufferedImage small = ImageIO.read(new ByteArrayInputStream(seen.body()));
            assertThat(small.getWidth()).isEqualTo(2500);
            assertThat(desk.get("/photos/0000").statusCode()).isEqualTo(404);

            refuses(desk, photos);

            assertThat(desk.post("/api/undo", "{\"author\":\"乙\"}").statusCode())
                    .isEqualTo(200);
            assertThat(desk.json(photos)).isEmpty();
            assertThat(desk.post("/api/redo", "{\"author\":\"乙\"}").statusCode())
                    .isEqualTo(200);
            assertThat(desk.json(photos).path(0).path("properties")).isEqualTo(photo.path("properties"));
            assertThat(desk.get("/api/history?limit=1").body()).contains("照片");

            Path copy = folder.resolve("copy.gpkg");
            new PlanBackup(desk.desk().database()).write(copy);
            try (HttpDesk again = HttpDesk.at(Kind.GEOPACKAGE, copy.toString())) {
                assertThat(again.json(photos).path(0).path("properties")).isEqualTo(photo.path("properties"));
                assertThat(again.send(again.request(address), BodyHandlers.ofByteArray())
                                .body())
                        .isEqualTo(seen.body());
            }
        }
    }

    /** What is no photo, of no plot, or says that it is gigabytes. */
    private static void refuses(HttpDesk desk, String photos) {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
        byte[] bomb = PictureFile.png(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        // The width stands after the signature and the head of the first chunk; its sum is wrong, too, but is not come
        // to.
        bomb[16] = 0x7f;
        Map<byte[], Integer> bad = Map.of(
                svg.getBytes(StandardCharsets.UTF_8), 422, "GIF89a----------".getBytes(StandardCharsets.US_ASCII), 422);
        bad.forEach((sent, status) ->
                assertThat(send(desk, photos + "?author=x", sent).statusCode()).isEqualTo(status));
        assertThat(send(desk, photos + "?author=x", bomb).statusCode()).isBetween(413, 422);
        byte[] dot = PictureFile.png(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        assertThat(send(desk, "/api/layers/parks/features/999999/photos?author=x", dot)
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(desk, photos + "?author=", dot).statusCode()).isEqualTo(422);
        assertThat(send(desk, photos, dot).statusCode()).isEqualTo(422);
        assertThat(send(desk, photos + "?author=x&taken=yesterday", dot).statusCode())
                .isEqualTo(422);
        assertThat(desk.json(photos)).hasSize(1);
        byte[] none = desk.desk()
                .database()
                .<byte[]>read(session -> new PhotoStore(session).find("").orElse(new byte[0]));
        assertThat(none).isEmpty();
    }

    private static HttpResponse<String> send(HttpDesk desk, String path, byte[] picture) {
        return desk.send(desk.request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(picture)));
    }
}
