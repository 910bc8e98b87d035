package org.greenplan.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line to a server, which can be cut and mended, or grow silent without being cut. */
final class ServerLine implements AutoCloseable {
    private final String host;
    private final int to;
    private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
    private final int port;
    private volatile ServerSocket door;
    private volatile CountDownLatch speech = new CountDownLatch(0);

    ServerLine(String host, int to) throws IOException {
        this.host = host;
        this.to = to;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = door.getLocalPort();
        listen(door);
    }

    /** The line to the server of a database. */
    static ServerLine to(String address) throws IOException {
        Matcher place = place(address);
        return new ServerLine(place.group(1), Integer.parseInt(place.group(2)));
    }

    /** The same database over this line. */
    String over(String address) {
        return address.replace(place(address).group(), "//127.0.0.1:" + port + "/");
    }

    private static Matcher place(String address) {
        Matcher place = Pattern.compile("//([^:/]+):(\\d+)/").matcher(address);
        if (!place.find()) {
            throw new IllegalArgumentException(address);
        }
        return place;
    }

    /** From now on nothing passes, and nobody is told. */
    void hush() {
        speech = new CountDownLatch(1);
    }

    /** What was said meanwhile passes now. */
    void speak() {
        speech.countDown();
    }

    int port() {
        return port;
    }

    void cut() throws IOException {
        door.close();
        for (Socket socket : List.copyOf(sockets)) {
            socket.close();
        }
        sockets.clear();
    }

    void mend() throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        listen(door);
    }

    private void listen(ServerSocket at) {
        daemon(() -> {
            while (!at.isClosed()) {
                Socket from = at.accept();
                Socket on = new Socket(host, to);
                sockets.addAll(List.of(from, on));
                daemon(() -> pass(from, on));
                daemon(() -> pass(on, from));
            }
        });
    }

    private interface Passing {
        void run() throws IOException;
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] some = new byte[1 << 14];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                speech.await();
                out.write(some, 0, read);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Passing passing) {
        Thread thread = new Thread(() -> {
            try {
                passing.run();
            } catch (IOException e) {
                // The line was cut.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        speak();
        cut();
    }
}
