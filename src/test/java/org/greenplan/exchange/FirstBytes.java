package org.greenplan.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A reader who goes away after the first 64 KB. */
final class FirstBytes extends OutputStream {
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        seen.write(bytes, from, length);
        if (seen.size() > 64_000) {
            throw new IOException("the reader has gone");
        }
    }

    long roadsSeen() {
        return seen.toString(StandardCharsets.UTF_8).split("\"Feature\"", -1).length - 1;
    }
}
