package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** Bodies that arrive too slowly are given up; what is small or comes at once is never too slow. */
class SlowBodiesTest {
    private static final Limits STRICT =
            new Limits(Limits.USUAL.beat(), Limits.USUAL.idle(), 1_000_000_000, Duration.ofMillis(300));

    @Test
    void whoSendsAByteNowAndThenIsNotWaitedFor() throws Exception {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        try (Server server = new Server(plan.desk(), STRICT).start("127.0.0.1", 0);
                Socket sender = begun(server.port(), 100_000)) {
            sender.setSoTimeout(20);
            assertThat(answerWhileSending(sender)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void whatComesAtOnceIsTaken() throws Exception {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        String body = HttpDesk.create("li", "parks", "甲", HttpDesk.polygon(HttpDesk.box(113.28, 34.79, 0.0003)));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Limits patient = new Limits(Limits.USUAL.beat(), Limits.USUAL.idle(), 1_000_000_000, Limits.USUAL.grace());
        try (Server server = new Server(plan.desk(), patient).start("127.0.0.1", 0);
                Socket sender = begun(server.port(), bytes.length)) {
            for (byte b : bytes) {
                sender.getOutputStream().write(b);
            }
            assertThat(new String(sender.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200 OK");
        }
    }

    private static Socket begun(int port, int length) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.getOutputStream()
                .write(
                        ("POST /api/changesets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                        + length + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answerWhileSending(Socket sender) throws IOException {
        byte[] answer = new byte[1000];
        OutputStream out = sender.getOutputStream();
        while (true) {
            try {
                int read = sender.getInputStream().read(answer);
                return new String(answer, 0, Math.max(0, read), StandardCharsets.US_ASCII);
            } catch (java.net.SocketTimeoutException e) {
                try {
                    out.write('{');
                } catch (SocketException gone) {
                    return new String(answer, StandardCharsets.US_ASCII);
                }
            }
        }
    }
}
