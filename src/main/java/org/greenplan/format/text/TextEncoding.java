package org.greenplan.format.text;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.greenplan.format.SourceFile;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text file, found by trial: a byte order mark, then the zeros of UTF-16, then strict UTF-8 over the whole
 * file, and what is none of these is GB18030, which contains GBK and GB2312.
 *
 * @param why for people
 */
public record TextEncoding(Charset charset, Words why) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 4096;

    /** What can be opened as often as one likes: a file, or one inside an archive. */
    public interface Bytes {
        InputStream open() throws IOException;
    }

    /** The encoding that was chosen, or the one that fits. */
    public static TextEncoding of(SourceFile file, @Nullable Charset chosen) {
        return of(() -> Files.newInputStream(file.path()), chosen);
    }

    /** The encoding that was chosen, or the one that fits. */
    public static TextEncoding of(Bytes file, @Nullable Charset chosen) {
        if (chosen != null) {
            return new TextEncoding(
                    chosen, Words.of("编码：" + chosen + "（用户指定）", "encoding: " + chosen + " (as chosen)"));
        }
        Charset marked = marked(head(file, SAMPLE));
        if (marked != null) {
            return found(marked, "文件自身标明", "the file says so");
        }
        return strictlyUtf8(file)
                ? found(StandardCharsets.UTF_8, "全文符合", "every byte fits")
                : found(GB18030, "不是 UTF-8，按国标", "not UTF-8, so the national standard");
    }

    /** The text, without byte order mark; bytes that are no characters become U+FFFD. */
    public Reader open(SourceFile file) throws IOException {
        return open(() -> Files.newInputStream(file.path()));
    }

    /** The text, without byte order mark; bytes that are no characters become U+FFFD. */
    public Reader open(Bytes file) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(file.open(), charset), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** The beginning of the file as text, for recognising it. */
    public static String beginning(SourceFile file, int bytes) {
        return beginning(() -> Files.newInputStream(file.path()), bytes);
    }

    /** The beginning of the file as text, for recognising it. */
    public static String beginning(Bytes file, int bytes) {
        byte[] head = head(file, bytes);
        Charset marked = marked(head);
        String text = new String(head, marked == null ? StandardCharsets.UTF_8 : marked);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static byte[] head(Bytes file, int most) {
        try (InputStream in = file.open()) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TextEncoding found(Charset charset, String zh, String en) {
        return new TextEncoding(
                charset, Words.of("编码：" + charset + "（" + zh + "）", "encoding: " + charset + " (" + en + ")"));
    }

    private static @Nullable Charset marked(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        if (odd > head.length / 8 && even * 4 < odd) {
            return StandardCharsets.UTF_16LE;
        }
        return even > head.length / 8 && odd * 4 < even ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean starts(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean strictlyUtf8(Bytes file) {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (InputStream in = new BufferedInputStream(file.open())) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.limit(bytes.position() + Math.max(read, 0)).position(0);
                boolean last = read < 0;
                if (strict.decode(bytes, chars, last).isError()) {
                    return false;
                }
                if (last) {
                    return true;
                }
                bytes.compact();
                chars.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
