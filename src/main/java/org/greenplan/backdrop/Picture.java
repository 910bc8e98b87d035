package org.greenplan.backdrop;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * An image as it is sent to the page: PNG, JPEG, WebP or GIF by its first bytes, whatever its sender calls it. Anything else, a drawing in
 * SVG above all, is none.
 */
final class Picture {
    /** A tile of a service is never wider; one that says so is meant to fill the memory. */
    private static final int MOST_TILE_PIXELS = 2048 * 2048;

    private final byte[] bytes;
    private final String type;

    Picture(byte[] bytes, String type) {
        this.bytes = bytes;
        this.type = type;
    }

    /** As it is sent; nobody changes it. */
    byte[] bytes() {
        return bytes;
    }

    /** Its media type. */
    String type() {
        return type;
    }

    /** The image of so many bytes; empty where they are none. */
    static Optional<Picture> of(byte[] bytes) {
        return Optional.ofNullable(
                        begins(bytes, 0, "\u0089PNG\r\n\u001a\n")
                                ? "image/png"
                                : begins(bytes, 0, "\u00ff\u00d8\u00ff")
                                        ? "image/jpeg"
                                        : begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")
                                                ? "image/webp"
                                                : begins(bytes, 0, "GIF8") ? "image/gif" : null)
                .map(type -> new Picture(bytes, type));
    }

    /** An image drawn here. */
    static Picture drawn(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", stream);
            stream.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Picture(out.toByteArray(), "image/png");
    }

    /** Its pixels; empty where it cannot be read here or is far larger than a tile. */
    Optional<BufferedImage> pixels() {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                // The head is read before the pixels: a few bytes can unfold to gigabytes.
                return (long) reader.getWidth(0) * reader.getHeight(0) > MOST_TILE_PIXELS
                        ? Optional.empty()
                        : Optional.ofNullable(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Whatever a reader trips over, the bytes are no image.
            return Optional.empty();
        }
    }

    private static boolean begins(byte[] bytes, int at, String signature) {
        if (bytes.length < at + signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if ((bytes[at + i] & 0xff) != signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
