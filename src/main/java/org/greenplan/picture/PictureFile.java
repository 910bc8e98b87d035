package org.greenplan.picture;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** A picture in a file that somebody sent. What it says of itself is looked at before a pixel is unfolded. */
public final class PictureFile {
    /** An A0 sheet at 400 dots an inch has 250 million. */
    private static final long MOST_PIXELS = 400_000_000;

    private static final int LONGEST_SIDE = 60_000;

    /** Of such a one all pixels lie in memory before the first is seen. */
    private static final long MOST_PROGRESSIVE = 64_000_000;

    /** A strip or tile of a TIFF is unfolded whole; one of an A0 sheet in black and white at 600 dots an inch has 70 MB. */
    private static final long MOST_BYTES_OF_A_PIECE = 128L << 20;

    private static final float QUALITY = 0.88f;

    private PictureFile() {}

    /** What a picture may be. */
    public enum Form {
        PNG,
        JPEG,
        TIFF;

        /** What the first bytes of a file say that it is, whatever its name. */
        public static Optional<Form> of(byte[] head) {
            if (begins(head, 0x89, 'P', 'N', 'G')) {
                return Optional.of(PNG);
            }
            if (begins(head, 0xff, 0xd8, 0xff)) {
                return Optional.of(JPEG);
            }
            boolean tiff = begins(head, 'I', 'I', '*', 0)
                    || begins(head, 'M', 'M', 0, '*')
                    || begins(head, 'I', 'I', '+', 0)
                    || begins(head, 'M', 'M', 0, '+');
            return tiff ? Optional.of(TIFF) : Optional.empty();
        }

        private static boolean begins(byte[] head, int... signature) {
            for (int i = 0; i < signature.length; i++) {
                if (i >= head.length || (head[i] & 0xff) != signature[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The pixels of a picture, upright; one that has more than so many is shrunk by whole numbers.
     *
     * @param name what its sender calls it
     * @throws Problem.TooLarge where it says that it is larger than any scan
     * @throws Problem.Invalid where it is no such picture or broken
     */
    public static BufferedImage read(Path file, String name, long mostPixels) {
        return opened(file, name, (reader, orientation) -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            int each = (int) Math.ceil(Math.sqrt((double) width * height / mostPixels));
            return Upright.of(Shrinking.read(reader, width, height, each), orientation);
        });
    }

    /** How many pixels a picture says that it has, right and down; refused as {@link #read} refuses it. */
    public static Dimension size(Path file, String name) {
        return opened(file, name, (reader, orientation) -> new Dimension(reader.getWidth(0), reader.getHeight(0)));
    }

    /** What is done with a reader that was looked at, and with how the camera was held. */
    private interface Reading<T> {
        T of(ImageReader reader, int orientation) throws IOException;
    }

    private static <T> T opened(Path file, String name, Reading<T> reading) {
        try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
            byte[] head = new byte[8];
            int had = stream.read(head);
            Form form = had < head.length ? null : Form.of(head).orElse(null);
            if (form == null) {
                throw unreadable(name);
            }
            stream.seek(0);
            JpegHead said = form == Form.JPEG ? jpeg(file) : new JpegHead(false, 1);
            ImageReader reader = reader(form);
            try {
                reader.setInput(stream, false, true);
                requireSane(reader, form, said, name);
                return reading.of(reader, said.orientation());
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            // Whatever a reader trips over, it is no picture that can be shown.
            throw unreadable(name);
        }
    }

    private static JpegHead jpeg(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return JpegHead.of(in);
        }
    }

    private static ImageReader reader(Form form) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(form.name());
        if (!readers.hasNext()) {
            throw new IOException("nothing reads " + form);
        }
        return readers.next();
    }

    private static void requireSane(ImageReader reader, Form form, JpegHead said, String name) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || pixels > MOST_PIXELS) {
            throw new Problem.TooLarge(Words.of(
                    name + " 有 " + width + " × " + height + " 像素，最多读 4 亿像素、每边 60,000。请缩小后再试。",
                    name + " has " + width + " × " + height
                            + " pixels; at most 400 million are read, and 60,000 on a side. Make it smaller."));
        }
        if (said.progressive() && pixels > MOST_PROGRESSIVE) {
            throw new Problem.TooLarge(
                    Words.of(
                            name + " 是渐进式 JPEG，超过 6400 万像素。请另存为普通 JPEG 或 PNG。",
                            name
                                    + " is a progressive JPEG of more than 64 million pixels. Save it as a plain JPEG or as PNG."));
        }
        ImageTypeSpecifier type = reader.getImageTypes(0).next();
        if (type.getNumBands() > 4 || type.getBitsPerBand(0) > 16) {
            throw unreadable(name);
        }
        long bits = (long) type.getNumBands() * type.getBitsPerBand(0);
        long piece = (long) reader.getTileWidth(0) * reader.getTileHeight(0) * bits / 8;
        if (form == Form.TIFF && piece > MOST_BYTES_OF_A_PIECE) {
            throw pieces(name);
        }
    }

    private static Problem pieces(String name) {
        return new Problem.TooLarge(
                Words.of(
                        name + " 的像素没有分条存放，读入需要过多内存。请另存为 PNG，或分条、分块的 TIFF。",
                        name
                                + " keeps its pixels in one piece, which takes too much memory. Save it as PNG, or as TIFF in strips or tiles."));
    }

    private static Problem unreadable(String name) {
        return new Problem.Invalid(
                Words.of(
                        name + " 作为图片读不出，可能不完整或是 CMYK。请另存为 RGB 的 PNG 或 JPEG。",
                        name
                                + " cannot be read as a picture; it may be incomplete, or in CMYK. Save it as PNG or JPEG in RGB."),
                "file");
    }

    /** A picture as PNG, every pixel as it is. */
    public static byte[] png(BufferedImage picture) {
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(picture, "png", stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** A picture that was read here as JPEG, without a word of where or with what it was taken; what is transparent becomes white. */
    public static byte[] jpeg(BufferedImage picture) {
        Graphics2D pen = picture.createGraphics();
        pen.setComposite(AlphaComposite.DstOver);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.dispose();
        // The same pixels without their fourth byte, which a JPEG does not know.
        int[] masks = {0xff0000, 0xff00, 0xff};
        int width = picture.getWidth();
        WritableRaster pixels = Raster.createPackedRaster(
                picture.getRaster().getDataBuffer(), width, picture.getHeight(), width, masks, null);
        var plain = new BufferedImage(new DirectColorModel(24, masks[0], masks[1], masks[2]), pixels, false, null);
        var out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(plain, null, null), how);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
