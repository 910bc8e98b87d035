package org.greenplan.format;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A packed file that belongs to a format (KMZ, XLSX), opened without trust: how many entries it has, where their names point and
 * how much they become when unpacked are checked before and while they are read.
 *
 * @param mostBytes so much may all entries together become
 */
public record ZipGuard(SourceFile file, long mostBytes) {
    private static final int MOST_ENTRIES = 10_000;
    /** Text packs to a twentieth; what packs to less than a two-hundredth is made to explode. */
    private static final int MOST_RATIO = 200;

    private static final long RATIO_COUNTS_FROM = 10_000_000;
    private static final int BUFFER = 1 << 16;

    /** Opens the file and checks its list of entries. */
    public ZipFile open() throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.path().toFile());
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw unreadable();
        }
        try {
            check(zip);
            return zip;
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** The entry's bytes; reading on after too many of them fails. */
    public InputStream read(ZipFile zip, ZipEntry entry) throws IOException {
        try {
            InputStream in = zip.getInputStream(entry);
            if (in == null) {
                throw unreadable();
            }
            return new Counting(in, entry.getCompressedSize());
        } catch (ZipException | EOFException e) {
            throw unreadable();
        }
    }

    /** Unpacks everything once without keeping it: what passes can be given to a library that trusts what it gets. */
    public void rehearse() throws IOException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        try (ZipFile zip = open()) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                try (InputStream in = read(zip, entries.nextElement())) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        total += n;
                        if (total > mostBytes) {
                            throw tooLarge();
                        }
                    }
                }
            }
        } catch (ZipException e) {
            throw unreadable();
        }
    }

    private void check(ZipFile zip) {
        if (zip.size() > MOST_ENTRIES) {
            throw file.broken(
                    "压缩包内超过 " + MOST_ENTRIES + " 个文件。", "the archive holds more than " + MOST_ENTRIES + " files.");
        }
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            String name = entries.nextElement().getName().replace('\\', '/');
            boolean leaves = name.startsWith("/") || ("/" + name + "/").contains("/../") || name.contains(":");
            if (leaves) {
                throw file.broken(
                        "压缩包内的文件名指向包外，已拒绝。请重新打包。", "a name inside the archive points outside of it. Pack it again.");
            }
        }
    }

    /** The file is no archive, or a damaged one. */
    public RuntimeException unreadable() {
        return file.broken("不是完整的压缩文件，可能被截断。请重新导出。", "no complete archive; it may be cut short. Export it again.");
    }

    private RuntimeException tooLarge() {
        return file.broken(
                "解压后过大(超过 " + mostBytes / 1_000_000 + " MB 或压缩比异常)，已拒绝。请分成几个文件。",
                "unpacked it is too large (over " + mostBytes / 1_000_000
                        + " MB, or packed suspiciously tight). Split it into several files.");
    }

    private final class Counting extends FilterInputStream {
        private final long packed;
        private long seen;

        Counting(InputStream in, long packed) {
            super(in);
            this.packed = Math.max(1, packed);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int most) throws IOException {
            int count;
            try {
                count = in.read(to, from, most);
            } catch (ZipException | EOFException e) {
                throw unreadable();
            }
            seen += Math.max(0, count);
            if (seen > mostBytes || (seen > RATIO_COUNTS_FROM && seen / packed > MOST_RATIO)) {
                throw tooLarge();
            }
            return count;
        }
    }
}
