package org.greenplan.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.greenplan.format.SourceFile;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.recognise.Progress;

/**
 * Takes archives apart. Entries are written under numbers, never under the names they bring, so no name can lead out of the
 * folder; size, number and compression are bounded while unpacking, whatever the archive says of itself.
 */
final class Unpacking {
    /** Formats that are zip files themselves and are read whole. */
    private static final Set<String> WHOLE = Set.of("kmz", "ovkmz", "xlsx");

    private static final int UNICODE_PATH = 0x7075;
    private static final int MAX_ENTRIES = 5000;
    private static final long MAX_TOTAL_BYTES = 4L << 30;
    private static final long FREE_BYTES = 64L << 20;
    private static final int MAX_RATIO = 200;
    private static final int MAX_DEPTH = 2;
    private static final List<Charset> NAMES =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.ISO_8859_1);

    private final Path folder;
    private final Progress progress;
    private final List<SourceFile> files = new ArrayList<>();
    private long totalBytes;
    private int entries;

    private Unpacking(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** The files, those inside archives in place of the archives. */
    static List<SourceFile> of(List<SourceFile> given, Path folder, Progress progress) {
        var unpacking = new Unpacking(folder, progress);
        for (SourceFile file : given) {
            unpacking.take(file, 0);
        }
        return unpacking.files;
    }

    private void take(SourceFile file, int depth) {
        byte[] head = file.head(4);
        boolean zip = head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        if (!zip || WHOLE.contains(file.extension())) {
            files.add(file);
            return;
        }
        if (depth == MAX_DEPTH) {
            throw invalid(file, "压缩包嵌套过深", "archives are nested too deeply");
        }
        try (ZipFile archive = open(file)) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                if (!entry.isDirectory() && !hidden(name(entry))) {
                    take(unpacked(archive, entry, file), depth + 1);
                }
            }
        } catch (ZipException e) {
            throw invalid(file, "不是完好的 zip 文件", "is no sound zip file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names are UTF-8 where the archive says so, and GBK in most that were packed on a Chinese Windows. */
    private static ZipFile open(SourceFile file) throws IOException {
        ZipException last = null;
        for (Charset charset : NAMES) {
            try {
                return new ZipFile(file.path().toFile(), charset);
            } catch (ZipException e) {
                last = e;
            }
        }
        throw last;
    }

    private SourceFile unpacked(ZipFile archive, ZipEntry entry, SourceFile from) throws IOException {
        if (++entries > MAX_ENTRIES) {
            throw invalid(from, "压缩包内文件超过 " + MAX_ENTRIES + " 个", "holds more than " + MAX_ENTRIES + " files");
        }
        Path to = Files.createTempFile(folder, "part", ".bin");
        long packed = Math.max(1, entry.getCompressedSize());
        long written = 0;
        try (InputStream in = archive.getInputStream(entry);
                OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                progress.at("reading", 0, -1);
                written += n;
                totalBytes += n;
                boolean bomb = written > FREE_BYTES && written / packed > MAX_RATIO;
                if (bomb || totalBytes > MAX_TOTAL_BYTES) {
                    throw invalid(from, "解压后过大，疑似压缩炸弹", "grows too large when unpacked, like a zip bomb");
                }
                out.write(buffer, 0, n);
            }
        }
        return new SourceFile(name(entry).replace('\\', '/'), to, written);
    }

    /** GDAL and Info-ZIP keep a name beyond ASCII in a field of its own (APPNOTE 4.6.9) and leave only a stump of it in its place. */
    private static String name(ZipEntry entry) {
        byte[] extra = entry.getExtra();
        ByteBuffer fields = ByteBuffer.wrap(extra == null ? new byte[0] : extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            int id = fields.getShort() & 0xffff;
            int size = Math.min(fields.getShort() & 0xffff, fields.remaining());
            if (id == UNICODE_PATH && size > 5) {
                return StandardCharsets.UTF_8
                        .decode(fields.slice(fields.position() + 5, size - 5))
                        .toString();
            }
            fields.position(fields.position() + size);
        }
        return entry.getName();
    }

    /** What macOS and file browsers add. */
    private static boolean hidden(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || last.startsWith(".") || last.equalsIgnoreCase("Thumbs.db");
    }

    private static Problem.Invalid invalid(SourceFile file, String zh, String en) {
        return new Problem.Invalid(
                Words.of(
                        "“" + file.name() + "”" + zh + "。请解压后选择其中需要的文件。",
                        "\"" + file.name() + "\" " + en + ". Unpack it and choose the files you need."),
                "files");
    }
}
