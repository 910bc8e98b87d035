package org.greenplan.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures as they are sent, and as somebody makes them who means no good. */
class PictureFileTest {
    private static final int RED = 0xffff0000;
    private static final int WHITE = 0xffffffff;

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("sent"), bytes);
    }

    private static byte[] bytes(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** White, with its upper left quarter red. */
    private static BufferedImage quarter(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 && y < height / 2 ? RED : WHITE);
            }
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "tiff"})
    void aPictureIsReadWhateverItIsCalled(String form) throws IOException {
        Path file = file(bytes(quarter(64, 40, BufferedImage.TYPE_INT_RGB), form));
        BufferedImage read = PictureFile.read(file, "x.dat", 1_000_000);
        assertThat(read.getWidth()).isEqualTo(64);
        assertThat(read.getHeight()).isEqualTo(40);
        assertThat(colour(read.getRGB(5, 5))).isEqualTo("red");
        assertThat(colour(read.getRGB(60, 5))).isEqualTo("white");
        assertThat(colour(read.getRGB(5, 35))).isEqualTo("white");
    }

    private static String colour(int rgb) {
        int green = (rgb >> 8) & 0xff;
        assertThat((rgb >> 16) & 0xff).isGreaterThan(240);
        return green < 30 ? "red" : green > 220 ? "white" : Integer.toHexString(rgb);
    }

    /** A black line of one pixel in each nine stays as a grey of 8/9, wherever it runs; leaving pixels out would lose or keep it whole. */
    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_BINARY})
    void aLargeOneIsShrunkToTheMeanOfItsPixels(int type) throws IOException {
        var image = quarter(301, 200, type);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 301; x++) {
                image.setRGB(x, y, x % 3 == 1 && y % 3 == 1 ? 0xff000000 : WHITE);
            }
        }
        BufferedImage read = PictureFile.read(file(bytes(image, "png")), "x.png", 7_000);
        assertThat(read.getWidth()).isEqualTo(101);
        assertThat(read.getHeight()).isEqualTo(67);
        assertThat(read.getRGB(50, 30) & 0xff).isBetween(225, 229);
        assertThat(read.getRGB(100, 66) >>> 24)
                .as("of the last there are fewer")
                .isEqualTo(255);
    }

    /** Where the red quarter of a picture comes to lie that was taken with the camera held so. */
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1"})
    void aPhotoStandsUpright(int orientation, int right, int down) throws IOException {
        byte[] jpeg = bytes(quarter(64, 40, BufferedImage.TYPE_INT_RGB), "jpeg");
        BufferedImage read = PictureFile.read(file(turned(jpeg, orientation)), "x.jpg", 1_000_000);
        boolean upright = orientation < 5;
        assertThat(read.getWidth()).isEqualTo(upright ? 64 : 40);
        int w = read.getWidth();
        int h = read.getHeight();
        for (int i = 0; i < 4; i++) {
            int pixel = read.getRGB(w / 4 + i % 2 * w / 2, h / 4 + i / 2 * h / 2);
            assertThat(colour(pixel)).isEqualTo(i % 2 == right && i / 2 == down ? "red" : "white");
        }
        // Nothing of where it was taken stays.
        String again = new String(PictureFile.jpeg(read), StandardCharsets.ISO_8859_1);
        assertThat(again).doesNotContain("Exif");
    }

    /** A JPEG with an EXIF segment of one tag after its first two bytes. */
    private static byte[] turned(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4).order(ByteOrder.BIG_ENDIAN);
        exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        byte[] all = new byte[jpeg.length + exif.capacity()];
        System.arraycopy(jpeg, 0, all, 0, 2);
        System.arraycopy(exif.array(), 0, all, 2, exif.capacity());
        System.arraycopy(jpeg, 2, all, 2 + exif.capacity(), jpeg.length - 2);
        return all;
    }

    /** Some dozen bytes that say that they are gigabytes are refused before a pixel is unfolded. */
    @ParameterizedTest
    @CsvSource({"60001,10", "30000,30000", "2147483647,2147483647"})
    void aHeadThatIsTooLargeIsRefused(int width, int height) throws IOException {
        assertThatThrownBy(() -> PictureFile.read(file(pngHead(width, height)), "bomb.png", 1_000_000))
                .isInstanceOf(Problem.TooLarge.class)
                .hasMessageContaining("bomb.png has " + width + " × " + height);
    }

    private static byte[] pngHead(int width, int height) {
        ByteBuffer head = ByteBuffer.allocate(33 + 4);
        head.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13);
        head.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        head.put(new byte[] {8, 2, 0, 0, 0});
        var sum = new CRC32();
        sum.update(head.array(), 12, 17);
        head.putInt((int) sum.getValue());
        return head.array();
    }

    @Test
    void aProgressiveOneIsRefusedThatWouldLieInMemoryWhole() throws IOException {
        byte[] head = {
            (byte) 0xff,
            (byte) 0xd8,
            (byte) 0xff,
            (byte) 0xc2,
            0,
            17,
            8,
            0x40,
            0,
            0x40,
            0,
            3,
            1,
            0x11,
            0,
            2,
            0x11,
            0,
            3,
            0x11,
            0,
            (byte) 0xff,
            (byte) 0xda,
            0,
            12,
            3,
            1,
            0,
            2,
            0x11,
            3,
            0x11,
            0,
            63,
            0
        };
        assertThatThrownBy(() -> PictureFile.read(file(head), "x.jpg", 1_000_000))
                .isInstanceOf(Problem.TooLarge.class)
                .hasMessageContaining("progressive");
    }

    @Test
    void whatIsNoPictureOrBrokenIsRefused() throws IOException {
        byte[] png = bytes(quarter(64, 40, BufferedImage.TYPE_INT_RGB), "png");
        byte[][] bad = {
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8),
            "GIF89a----------".getBytes(StandardCharsets.US_ASCII),
            "RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII),
            Arrays.copyOf(png, 40),
            Arrays.copyOf(png, 4),
            {},
            {'I', 'I', '*', 0, 8, 0, 0, 0, 1, 0},
            {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9, 0, 0, 0, 0}
        };
        for (byte[] each : bad) {
            assertThatThrownBy(() -> PictureFile.read(file(each), "x.png", 1_000_000))
                    .isInstanceOf(Problem.Invalid.class)
                    .hasMessageContaining("x.png cannot be read as a picture");
        }
    }

    /** What GDAL writes as a scan of black and white, and as a picture with a place. */
    @Test
    void aTiffKnowsItsPlaceByItsTag() throws IOException {
        Path tiff = file(bytes(quarter(64, 40, BufferedImage.TYPE_INT_RGB), "tiff"));
        assertThat(TiffHead.knowsItsPlace(tiff)).isFalse();
        assertThat(TiffHead.knowsItsPlace(file(new byte[] {'I', 'I', '*', 0, 8, 0, 0, 0, 1, 0})))
                .isFalse();
        ByteBuffer big = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        big.put(new byte[] {'I', 'I', 43, 0})
                .putShort((short) 8)
                .putShort((short) 0)
                .putLong(16);
        big.putLong(1).putShort((short) 34_735);
        assertThat(TiffHead.knowsItsPlace(file(big.array()))).isTrue();
    }
}
