package org.greenplan.geo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Geometry as a GeoPackage keeps it (OGC 12-128r18, 2.1.3): a header with the envelope, then well-known binary. */
public final class GeoPackageBlob {
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    private GeoPackageBlob() {}

    /** The bytes of a geometry whose coordinate system has that number in the file. */
    public static byte[] encode(Geometry geometry, int srsId) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
        boolean point = geometry.getDimension() == 0 || geometry.isEmpty();
        ByteBuffer out = ByteBuffer.allocate(8 + (point ? 0 : 32) + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
        int empty = geometry.isEmpty() ? 0b10000 : 0;
        out.put((byte) 'G').put((byte) 'P').put((byte) 0);
        out.put((byte) (1 | (point ? 0 : 0b10) | empty)).putInt(srsId);
        if (!point) {
            Envelope e = geometry.getEnvelopeInternal();
            out.putDouble(e.getMinX())
                    .putDouble(e.getMaxX())
                    .putDouble(e.getMinY())
                    .putDouble(e.getMaxY());
        }
        return out.put(wkb).array();
    }

    /** The geometry of bytes that we wrote or took in; those of strangers are read with more care. */
    public static Geometry decode(byte[] blob) {
        try {
            int header = headerLength(blob);
            return new WKBReader().read(Arrays.copyOfRange(blob, header, blob.length));
        } catch (ParseException e) {
            throw new IllegalArgumentException("geometry blob", e);
        }
    }

    /** The envelope, read from the header where it is there. */
    public static Envelope envelope(byte[] blob) {
        if (((blob[3] >> 4) & 1) == 1) {
            return new Envelope();
        }
        if (((blob[3] >> 1) & 7) == 0) {
            return decode(blob).getEnvelopeInternal();
        }
        ByteOrder order = (blob[3] & 1) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer in = ByteBuffer.wrap(blob).order(order).position(8);
        return new Envelope(in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble());
    }

    /** So many first bytes hold the envelope of any geometry that has one written before it, and a point whole. */
    public static final int HEAD_BYTES = 40;

    /** The envelope as far as the first {@link #HEAD_BYTES} tell it; nothing where they do not, or are no head at all. */
    public static Optional<Envelope> headEnvelope(byte[] head) {
        if (head.length < 29 || head[0] != 'G' || head[1] != 'P' || ((head[3] >> 4) & 1) == 1) {
            return Optional.empty();
        }
        boolean written = ((head[3] >> 1) & 7) != 0;
        ByteOrder order = (head[written ? 3 : 8] & 1) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer in = ByteBuffer.wrap(head).order(order);
        if (written ? head.length < HEAD_BYTES : in.getInt(9) % 1000 != 1) {
            return Optional.empty();
        }
        double west = in.getDouble(written ? 8 : 13);
        double east = written ? in.getDouble(16) : west;
        double south = in.getDouble(written ? 24 : 21);
        double north = written ? in.getDouble(32) : south;
        boolean finite = Double.isFinite(west + east) && Double.isFinite(south + north);
        return finite ? Optional.of(new Envelope(west, east, south, north)) : Optional.empty();
    }

    /** Where the well-known binary begins. */
    public static int headerLength(byte[] blob) {
        int indicator = blob.length < 8 ? 9 : (blob[3] >> 1) & 7;
        if (indicator >= ENVELOPE_BYTES.length || blob[0] != 'G' || blob[1] != 'P') {
            throw new IllegalArgumentException("not a GeoPackage geometry");
        }
        return 8 + ENVELOPE_BYTES[indicator];
    }
}
