package org.greenplan.format.kml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.greenplan.format.SourceFile;
import org.greenplan.format.ZipGuard;
import org.greenplan.format.text.TextEncoding;
import org.jspecify.annotations.Nullable;

/** The KML text of a file: the file itself, or the one document inside a KMZ. */
record KmlSource(SourceFile file, TextEncoding encoding) {
    private static final long MOST_BYTES = 2_000_000_000L;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,30})[\"']");

    /** Declared as something else than UTF-8, the declaration counts; otherwise the bytes do, for many a GBK file says UTF-8. */
    static KmlSource of(SourceFile file, @Nullable Charset chosen) {
        TextEncoding.Bytes bytes = () -> open(file);
        Charset charset = chosen;
        Matcher declared = ENCODING.matcher(TextEncoding.beginning(bytes, DECLARATION));
        if (chosen == null && declared.find() && Charset.isSupported(declared.group(1))) {
            Charset said = national(Charset.forName(declared.group(1)));
            boolean trusted =
                    !said.equals(StandardCharsets.UTF_8) && !said.name().startsWith("UTF-16");
            charset = trusted ? said : null;
        }
        return new KmlSource(file, TextEncoding.of(bytes, charset));
    }

    /** Whoever writes GB2312 or GBK means the national standard: GB2312 lacks thousands of characters in names. */
    private static Charset national(Charset said) {
        return said.name().startsWith("GB") || said.name().startsWith("x-EUC-CN") ? GB18030 : said;
    }

    Reader text() throws IOException {
        return new MarkupGuard(encoding.open(() -> open(file)), file);
    }

    /** True for a KMZ. */
    static boolean packed(SourceFile file) {
        byte[] head = file.head(4);
        return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    private static InputStream open(SourceFile file) throws IOException {
        if (!packed(file)) {
            return Files.newInputStream(file.path());
        }
        ZipGuard guard = new ZipGuard(file, MOST_BYTES);
        ZipFile zip = guard.open();
        try {
            return new Closing(guard.read(zip, document(file, zip)), zip);
        } catch (RuntimeException | IOException e) {
            zip.close();
            throw e;
        }
    }

    /** doc.kml, or the first KML nearest to the root. */
    private static ZipEntry document(SourceFile file, ZipFile zip) {
        return Collections.list(zip.entries()).stream()
                .filter(e -> e.getName().toLowerCase(Locale.ROOT).matches(".*\\.(?:ov)?kml"))
                .min(Comparator.comparing((ZipEntry e) -> !e.getName().equalsIgnoreCase("doc.kml"))
                        .thenComparing(
                                e -> e.getName().chars().filter(c -> c == '/').count()))
                .orElseThrow(() -> file.broken("KMZ 内没有 KML 文件。", "the KMZ holds no KML file."));
    }

    private static final class Closing extends FilterInputStream {
        private final ZipFile zip;

        Closing(InputStream in, ZipFile zip) {
            super(in);
            this.zip = zip;
        }

        @Override
        public void close() throws IOException {
            super.close();
            zip.close();
        }
    }
}
