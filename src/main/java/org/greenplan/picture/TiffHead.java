package org.greenplan.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The tags of the first picture in a TIFF, small or big. */
public final class TiffHead {
    /** What lies on the earth says so in this one (GeoKeyDirectory). */
    private static final int GEO_KEYS = 34_735;

    private static final int MOST_TAGS = 4096;
    private static final int BIG = 43;

    private TiffHead() {}

    /** Whether a TIFF says where on the earth it lies; one that does not is a scan. */
    public static boolean knowsItsPlace(Path file) {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = bytes(in, ByteOrder.LITTLE_ENDIAN, 0, 16);
            ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            boolean big = head.order(order).getShort(2) == BIG;
            long at = big ? head.getLong(8) : head.getInt(4) & 0xffffffffL;
            ByteBuffer count = bytes(in, order, at, 8);
            long tags = big ? count.getLong(0) : count.getShort(0) & 0xffff;
            int step = big ? 20 : 12;
            long first = at + (big ? 8 : 2);
            for (int i = 0; i < Math.min(MOST_TAGS, tags); i++) {
                if ((bytes(in, order, first + (long) i * step, 2).getShort(0) & 0xffff) == GEO_KEYS) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static ByteBuffer bytes(FileChannel in, ByteOrder order, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(order);
        if (at < 0 || in.read(bytes, at) < count) {
            throw new IOException("the file ends before its tags");
        }
        return bytes;
    }
}
