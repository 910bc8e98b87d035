package org.greenplan.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.http.Server;
import org.greenplan.plan.PlanDesk;
import org.greenplan.store.TestDatabases.Kind;

/**
 * What open pages cost who saves: the median time of a changeset over HTTP with one page that listens, and with many of which some read
 * nothing, in turns in one run.
 *
 * <p>Arguments: number of pages (1000), of them stalled (50).
 */
public final class EventsBench {
    private static final int ROUNDS = 3;
    private static final int WRITES = 40;

    private EventsBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int pages = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int stalled = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        Catalogue catalogue = CatalogueReader.bundled();
        for (Kind kind : Kind.values()) {
            try (PlanDesk desk = PlanDesk.open(
                            kind.openNew(catalogue), catalogue, PlanProfileReader.bundled("shangjie", catalogue));
                    Server server = new Server(desk).start("127.0.0.1", 0)) {
                medianMs(server.port());
                double[] one = new double[ROUNDS];
                double[] many = new double[ROUNDS];
                for (int i = 0; i < ROUNDS; i++) {
                    one[i] = medianMs(server.port(), 1, 0);
                    many[i] = medianMs(server.port(), pages, stalled);
                }
                Arrays.sort(one);
                Arrays.sort(many);
                System.out.printf(
                        Locale.ROOT,
                        "%s: a changeset with 1 page %.1f ms, with %,d pages, %d of them stalled, %.1f ms: ratio %.2f%n",
                        kind,
                        one[ROUNDS / 2],
                        pages,
                        stalled,
                        many[ROUNDS / 2],
                        many[ROUNDS / 2] / one[ROUNDS / 2]);
            }
        }
        System.exit(0);
    }

    private static double medianMs(int port, int count, int stalled) throws IOException, InterruptedException {
        Pages pages = new Pages(port, count, stalled);
        try {
            return medianMs(port);
        } finally {
            pages.close();
        }
    }

    private static double medianMs(int port) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        double[] ms = new double[WRITES];
        for (int i = 0; i < WRITES; i++) {
            double west = 113.28 + 1e-4 * (i % 20);
            double south = 34.79 + 1e-4 * (i / 20);
            String body = String.format(
                    Locale.ROOT,
                    "{\"author\":\"li\",\"changes\":[{\"op\":\"create\",\"layer\":\"roads\",\"feature\":{\"type\":\"Feature\",\"properties\":"
                            + "{\"name\":\"a\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[%.6f,%.6f],[113.3,34.8]]}}}]}",
                    west,
                    south);
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/changesets"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            long start = System.nanoTime();
            int status = client.send(request, BodyHandlers.ofString()).statusCode();
            ms[i] = (System.nanoTime() - start) / 1e6;
            if (status != 200) {
                throw new IllegalStateException("status " + status);
            }
        }
        Arrays.sort(ms);
        return ms[WRITES / 2];
    }

    /** Open pages; all but the stalled are read by one thread as the news come. */
    private static final class Pages {
        private final List<SocketChannel> channels = new ArrayList<>();
        private final Selector selector = Selector.open();

        Pages(int port, int count, int stalled) throws IOException {
            for (int i = 0; i < count; i++) {
                SocketChannel channel = SocketChannel.open();
                boolean deaf = i < stalled;
                if (deaf) {
                    channel.setOption(StandardSocketOptions.SO_RCVBUF, 1024);
                }
                channel.connect(new InetSocketAddress("127.0.0.1", port));
                String query = deaf ? "?since=0" : "";
                channel.write(ByteBuffer.wrap(("GET /api/events" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII)));
                if (!deaf) {
                    ByteBuffer first = ByteBuffer.allocate(1 << 12);
                    channel.read(first);
                    channel.configureBlocking(false);
                    channel.register(selector, SelectionKey.OP_READ);
                }
                channels.add(channel);
            }
            Thread reader = new Thread(this::read, "pages");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            try {
                while (selector.isOpen()) {
                    selector.select(key -> {
                        try {
                            buffer.clear();
                            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                                key.cancel();
                            }
                        } catch (IOException e) {
                            key.cancel();
                        }
                    });
                }
            } catch (IOException | java.nio.channels.ClosedSelectorException e) {
                // The pages were closed.
            }
        }

        void close() throws IOException {
            selector.close();
            for (SocketChannel channel : channels) {
                channel.close();
            }
        }
    }
}
