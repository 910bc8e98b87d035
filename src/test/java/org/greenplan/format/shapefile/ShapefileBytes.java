package org.greenplan.format.shapefile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.format.Uploads;

/** Shapefiles made byte by byte, as well-formed or as broken as a test wants them. */
public final class ShapefileBytes {
    private ShapefileBytes() {}

    /** A .shp of these shapes. */
    public static byte[] shp(int type, byte[]... shapes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int number = 0;
        for (byte[] shape : shapes) {
            out.writeBytes(ByteBuffer.allocate(8)
                    .putInt(++number)
                    .putInt(shape.length / 2)
                    .array());
            out.writeBytes(shape);
        }
        return headed(type, out.toByteArray());
    }

    /** The .shx of these shapes, as they stand one after another. */
    static byte[] shx(int type, byte[]... shapes) {
        ByteBuffer out = ByteBuffer.allocate(8 * shapes.length);
        int offset = 100;
        for (byte[] shape : shapes) {
            out.putInt(offset / 2).putInt(shape.length / 2);
            offset += 8 + shape.length;
        }
        return headed(type, out.array());
    }

    static byte[] headed(int type, byte[] body) {
        ByteBuffer head = ByteBuffer.allocate(100).putInt(0, 9994).putInt(24, (100 + body.length) / 2);
        head.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
        return joined(head.array(), body);
    }

    /** A line or polygon of parts, each x, y, x, y … */
    public static byte[] parts(int type, double[]... parts) {
        int points = 0;
        for (double[] part : parts) {
            points += part.length / 2;
        }
        ByteBuffer out = ByteBuffer.allocate(44 + 4 * parts.length + 16 * points + (type > 10 ? 16 + 8 * points : 0))
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0, type).putInt(36, parts.length).putInt(40, points).position(44);
        int first = 0;
        for (double[] part : parts) {
            out.putInt(first);
            first += part.length / 2;
        }
        for (double[] part : parts) {
            for (double ordinate : part) {
                out.putDouble(ordinate);
            }
        }
        return out.array();
    }

    static byte[] point(int type, double... ordinates) {
        ByteBuffer out = ByteBuffer.allocate(4 + 8 * ordinates.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(type);
        for (double ordinate : ordinates) {
            out.putDouble(ordinate);
        }
        return out.array();
    }

    static byte[] none() {
        return new byte[4];
    }

    /** A square with its corner there, clockwise as outlines of shapefiles run. */
    public static double[] square(double x, double y, double side) {
        return new double[] {x, y, x, y + side, x + side, y + side, x + side, y, x, y};
    }

    /** The same the other way round. */
    static double[] turned(double[] ring) {
        double[] turned = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            turned[i] = ring[ring.length - 2 - i];
            turned[i + 1] = ring[ring.length - 1 - i];
        }
        return turned;
    }

    /** A .dbf: columns such as {@code "DKMC C 20"} or {@code "MJ N 12 2"}, rows as they stand in the file with their mark. */
    public static byte[] dbf(int ldid, Charset charset, List<String> columns, byte[]... rows) {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        int rowBytes = 1;
        for (String column : columns) {
            String[] words = column.split(" ");
            byte[] name = words[0].getBytes(charset);
            int length = Integer.parseInt(words[2]);
            ByteBuffer field = ByteBuffer.allocate(32).put(name, 0, Math.min(10, name.length));
            field.put(11, (byte) words[1].charAt(0)).put(16, (byte) length);
            field.put(17, (byte) (words.length > 3 ? Integer.parseInt(words[3]) : 0));
            fields.writeBytes(field.array());
            rowBytes += length;
        }
        ByteBuffer head = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).put(0, (byte) 3);
        head.putInt(4, rows.length).putShort(8, (short) (33 + fields.size())).putShort(10, (short) rowBytes);
        head.put(29, (byte) ldid);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.array());
        out.writeBytes(fields.toByteArray());
        out.write(0x0D);
        for (byte[] row : rows) {
            out.writeBytes(row);
        }
        out.write(0x1A);
        return out.toByteArray();
    }

    /** A row of texts, each filled up with blanks or cut to its column. */
    public static byte[] row(Charset charset, List<String> columns, String... values) {
        return row(' ', charset, columns, values);
    }

    static byte[] row(char mark, Charset charset, List<String> columns, String... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(mark);
        for (int i = 0; i < values.length; i++) {
            int length = Integer.parseInt(columns.get(i).split(" ")[2]);
            byte[] value = values[i].getBytes(charset);
            for (int b = 0; b < length; b++) {
                out.write(b < value.length ? value[b] : ' ');
            }
        }
        return out.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[] a, byte[] b) {
        return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
    }

    static SourceLayer only(SourceFiles files) {
        List<SourceLayer> layers = new ShapefileReader().open(files, ReadOptions.DETECT);
        if (layers.size() != 1) {
            throw new AssertionError(layers.size() + " layers");
        }
        return layers.get(0);
    }

    static List<SourceRow> rows(SourceFiles files) {
        return Uploads.rows(only(files));
    }
}
