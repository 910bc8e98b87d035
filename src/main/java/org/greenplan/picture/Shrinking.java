package org.greenplan.picture;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Reads a picture strip by strip and keeps the mean of so many pixels right and down, so that thin lines stay and the memory does not fill. */
final class Shrinking {
    /** A strip has at most so many pixels. */
    private static final int STRIP = 12_000_000;

    private final int[] sums;
    private final int each;

    private Shrinking(int columns, int each) {
        this.sums = new int[columns * 4];
        this.each = each;
    }

    /** The picture, with one pixel for each square of so many. */
    static BufferedImage read(ImageReader reader, int width, int height, int each) throws IOException {
        int columns = (width + each - 1) / each;
        int rows = (height + each - 1) / each;
        var small = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        var shrinking = new Shrinking(columns, each);
        int high = Math.max(1, STRIP / width / each) * each;
        for (int top = 0; top < height; top += high) {
            shrinking.into(small, top / each, strip(reader, width, top, Math.min(high, height - top)));
        }
        return small;
    }

    private static BufferedImage strip(ImageReader reader, int width, int top, int rows) throws IOException {
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceRegion(new Rectangle(0, top, width, rows));
        BufferedImage read = reader.read(0, how);
        // Drawing knows every form of pixel and keeps the grey of a grey one as it is; asking for its colours does not.
        var plain = new BufferedImage(width, rows, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(read, 0, 0, null);
        pen.dispose();
        return plain;
    }

    private void into(BufferedImage small, int first, BufferedImage strip) {
        int[] row = new int[strip.getWidth()];
        int[] mean = new int[small.getWidth()];
        for (int top = 0; top < strip.getHeight(); top += each) {
            java.util.Arrays.fill(sums, 0);
            int deep = Math.min(each, strip.getHeight() - top);
            for (int y = top; y < top + deep; y++) {
                strip.getRGB(0, y, row.length, 1, row, 0, row.length);
                add(row);
            }
            for (int column = 0; column < mean.length; column++) {
                mean[column] = mean(column, deep * Math.min(each, row.length - column * each));
            }
            small.setRGB(0, first + top / each, mean.length, 1, mean, 0, mean.length);
        }
    }

    /** What is transparent has no colour to add. */
    private void add(int[] row) {
        for (int x = 0; x < row.length; x++) {
            int at = x / each * 4;
            int alpha = row[x] >>> 24;
            sums[at] += alpha;
            sums[at + 1] += ((row[x] >> 16) & 0xff) * alpha / 255;
            sums[at + 2] += ((row[x] >> 8) & 0xff) * alpha / 255;
            sums[at + 3] += (row[x] & 0xff) * alpha / 255;
        }
    }

    private int mean(int column, int count) {
        int at = column * 4;
        int alpha = sums[at];
        if (alpha == 0) {
            return 0;
        }
        int mixed = Math.round((float) alpha / count) << 24;
        for (int i = 1; i <= 3; i++) {
            int colour = (int) Math.min(255, Math.round(sums[at + i] * 255.0 / alpha));
            mixed |= colour << (24 - 8 * i);
        }
        return mixed;
    }
}
