package org.greenplan.picture;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What stands before the pixels of a JPEG.
 *
 * @param progressive whether the whole of it lies in memory while it is read
 * @param orientation how the camera was held, 1 to 8 as EXIF counts; 1 is upright
 */
record JpegHead(boolean progressive, int orientation) {
    private static final int MARK = 0xff;
    private static final int EXIF = 0xe1;
    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int ORIENTATION = 0x0112;
    private static final int MOST_ENTRIES = 200;

    /** Reads as far as the pixels; what cannot be read says nothing. */
    static JpegHead of(DataInputStream in) throws IOException {
        boolean progressive = false;
        int orientation = 1;
        try {
            in.readUnsignedShort();
            while (in.readUnsignedByte() == MARK) {
                int kind = in.readUnsignedByte();
                while (kind == MARK) {
                    kind = in.readUnsignedByte();
                }
                if (kind == SCAN || kind == END) {
                    break;
                }
                byte[] body = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
                progressive |= kind == 0xc2 || kind == 0xc6 || kind == 0xca || kind == 0xce;
                if (kind == EXIF && new String(body, StandardCharsets.ISO_8859_1).startsWith("Exif\0\0")) {
                    orientation = orientation(
                            ByteBuffer.wrap(body, 6, body.length - 6).slice());
                }
            }
        } catch (EOFException e) {
            // The reader of the pixels says what is wrong with it.
            return new JpegHead(progressive, orientation);
        }
        return new JpegHead(progressive, orientation);
    }

    private static int orientation(ByteBuffer exif) {
        try {
            exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int at = exif.getInt(4);
            int entries = Math.min(MOST_ENTRIES, exif.getShort(at) & 0xffff);
            for (int i = 0; i < entries; i++) {
                int entry = at + 2 + 12 * i;
                if ((exif.getShort(entry) & 0xffff) == ORIENTATION) {
                    int said = exif.getShort(entry + 8);
                    return said >= 1 && said <= 8 ? said : 1;
                }
            }
            return 1;
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return 1;
        }
    }
}
