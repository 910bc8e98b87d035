package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenplan.feature.Change;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Whoever takes long to receive an answer keeps nobody else from the desk. */
class SlowReadersTest {
    /** More than the desk has connections to its store. */
    private static final int READERS = 20;

    private static final int PLOTS = 3000;

    private static final List<String> LONG_ANSWERS = List.of(
            "/api/plots",
            "/api/report.json",
            "/api/report.csv",
            "/ogc/collections/parks/items?limit=3000&f=json",
            "/api/export.geojson?layer=parks");

    @ParameterizedTest
    @EnumSource
    void twentyReadersAtOnceAndTheDeskStillAnswersAndSaves(Kind kind) throws Exception {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            plan.desk().importAll("li", "test", parks(PLOTS));
            List<Socket> readers = new ArrayList<>();
            try {
                for (int i = 0; i < READERS; i++) {
                    readers.add(reader(plan.port(), LONG_ANSWERS.get(i % LONG_ANSWERS.size())));
                }
                for (Socket reader : readers) {
                    // The first bytes are here, the rest waits for somebody who does not read on.
                    assertThat(reader.getInputStream().readNBytes(15))
                            .isEqualTo("HTTP/1.1 200 OK".getBytes(StandardCharsets.US_ASCII));
                }
                assertThat(plan.get("/api/targets").statusCode()).isEqualTo(200);
                assertThat(plan.park("li", "甲", HttpDesk.box(113.3, 34.8, 0.0001))
                                .get("changeset")
                                .asLong())
                        .isEqualTo(2);
                assertThat(plan.json("/api/plots")).hasSize(PLOTS + 1);
            } finally {
                for (Socket reader : readers) {
                    reader.close();
                }
            }
        }
    }

    private static Socket reader(int port, String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Small parks with long names: an answer that no connection holds back whole. */
    static List<Change.Create> parks(int count) {
        GeometryFactory factory = new GeometryFactory();
        String name = "园".repeat(100);
        List<Change.Create> parks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double west = 113.2 + 0.0002 * (i % 60);
            double south = 34.7 + 0.0002 * (i / 60);
            parks.add(new Change.Create(
                    "parks",
                    null,
                    1,
                    Map.of("name", name),
                    factory.toGeometry(new Envelope(west, west + 0.0001, south, south + 0.0001))));
        }
        return parks;
    }
}
