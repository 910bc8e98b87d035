package org.greenplan.format.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows every text of a table to the encodings that come into question, and remembers which of them cannot be meant. */
public final class TextTrial {
    private static final int LONGEST = 1 << 16;

    private final Map<Charset, CharsetDecoder> fitting = new LinkedHashMap<>();
    private final CharBuffer out = CharBuffer.allocate(LONGEST);
    private boolean ascii = true;
    private boolean paired = true;
    private boolean threes;

    /** A trial of these encodings. */
    public TextTrial(Collection<Charset> candidates) {
        for (Charset candidate : candidates) {
            fitting.put(
                    candidate,
                    candidate
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        }
    }

    /** Looks at one text; one that fills its column may have been cut in the middle of a character. */
    public void see(byte[] bytes, int from, int to, boolean full) {
        int high = 0;
        int run = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                high++;
                run++;
                threes |= (bytes[i] & 0xF0) == 0xE0 && i + 2 < to && isTail(bytes[i + 1]) && isTail(bytes[i + 2]);
            } else {
                paired &= run % 2 == 0;
                run = 0;
            }
        }
        if (high == 0) {
            return;
        }
        ascii = false;
        paired &= run % 2 == 0 || full;
        fitting.values().removeIf(decoder -> !fits(decoder, bytes, from, to, full));
    }

    /** True where no text has a character beyond ASCII: every encoding reads the same. */
    public boolean isAscii() {
        return ascii;
    }

    /** True where every text so far can be of that encoding. */
    public boolean fits(Charset charset) {
        return fitting.containsKey(charset);
    }

    /** True where the texts are UTF-8 with characters of three bytes; no other encoding looks like that by chance. */
    public boolean isSurelyUtf8() {
        return threes && fits(StandardCharsets.UTF_8);
    }

    /** True where bytes beyond ASCII always come in pairs: Chinese, not the accents of a Western encoding. */
    public boolean isPaired() {
        return !ascii && paired;
    }

    private static boolean isTail(byte b) {
        return (b & 0xC0) == 0x80;
    }

    private boolean fits(CharsetDecoder decoder, byte[] bytes, int from, int to, boolean full) {
        out.clear();
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        boolean wrong = decoder.reset().decode(in, out, false).isError();
        return !wrong && (full || !in.hasRemaining());
    }

    /** Reads texts in the encoding that was chosen; what cannot be read becomes a replacement mark, a cut character goes. */
    public static final class Reader {
        private final CharsetDecoder decoder;
        private final CharBuffer out = CharBuffer.allocate(LONGEST);

        /** A reader of one encoding. */
        public Reader(Charset charset) {
            decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
        }

        /** The text of some bytes. */
        public String text(byte[] bytes, int from, int to) {
            out.clear();
            decoder.reset().decode(ByteBuffer.wrap(bytes, from, to - from), out, false);
            return out.flip().toString();
        }
    }
}
