package org.greenplan.backdrop;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.greenplan.json.JsonText;
import org.greenplan.json.JsonTree;
import org.greenplan.picture.PictureFile;
import org.greenplan.problem.Problem;
import org.greenplan.scan.ScanJson;
import org.greenplan.scan.ScanPlace;
import org.greenplan.scan.ScanPoints;
import org.greenplan.tile.TileAddress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Tiles drawn out of a scanned drawing that control points lay on the plan's plane; none as long as there are too few. The points lie beside
 * the file. What was sent is shrunk when it comes, so that no file here is larger than what the memory takes.
 */
final class ScanTiles implements TileSource {
    /** So many pixels are kept of a larger picture: an A0 sheet at 150 dots an inch. */
    private static final long MOST_PIXELS = 36_000_000;

    private static final int CLOSEST = 22;

    private final Path file;
    private final String name;
    private final int width;
    private final int height;
    private volatile ScanPoints points;
    private SoftReference<List<BufferedImage>> halves = new SoftReference<>(null);

    private ScanTiles(Path file, String name, int width, int height) {
        this.file = file;
        this.name = name;
        this.width = width;
        this.height = height;
        this.points = kept(file);
    }

    /** Opens a picture that was shrunk when it came; its pixels are read when somebody looks at it. */
    static ScanTiles open(Path file, String name) {
        Dimension size = PictureFile.size(file, name);
        if ((long) size.width * size.height > MOST_PIXELS) {
            throw BasemapFiles.unreadable(name, "");
        }
        return new ScanTiles(file, name, size.width, size.height);
    }

    /** Reads what was sent, shrinks it and writes it over what was sent: nothing of what its sender wrote stays. */
    static void shrink(Path file, String name, PictureFile.Form form) {
        BufferedImage picture = PictureFile.read(file, name, MOST_PIXELS);
        try {
            Files.write(file, form == PictureFile.Form.JPEG ? PictureFile.jpeg(picture) : PictureFile.png(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pixels to the right. */
    int width() {
        return width;
    }

    /** Pixels down. */
    int height() {
        return height;
    }

    /** What lays it. */
    ScanPoints points() {
        return points;
    }

    /** Lays it by other points, and keeps them beside it. */
    synchronized void lay(ScanPoints by) {
        String text = JsonText.of(json -> {
            json.writeStartObject();
            ScanJson.write(json, by);
            json.writeEndObject();
        });
        try {
            Path part = file.resolveSibling(file.getFileName() + ".points.part");
            Files.write(part, text.getBytes(StandardCharsets.UTF_8));
            Files.move(part, beside(file), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        points = by;
    }

    /** Where the points of a picture are kept. */
    static Path beside(Path picture) {
        return picture.resolveSibling(picture.getFileName() + ".points.json");
    }

    private static ScanPoints kept(Path picture) {
        Path file = beside(picture);
        try {
            if (!Files.isRegularFile(file)) {
                return ScanPoints.none();
            }
            ScanPoints read = ScanJson.read(JsonTree.of(Files.readAllBytes(file)));
            read.fit();
            return read;
        } catch (IOException | Problem e) {
            // Points that cannot be read are set anew.
            return ScanPoints.none();
        }
    }

    @Override
    public int version() {
        return points.points().isEmpty()
                ? 0
                : Objects.hash(points.plane(), points.used().name(), points.points());
    }

    @Override
    public Optional<Picture> tile(TileAddress at) {
        Optional<ScanPlace> lies = points.fit();
        if (lies.isEmpty()) {
            return Optional.empty();
        }
        Warp places = Warp.of(at, lies.get()::find);
        double[] box = places.box();
        // NaN, where a place is nowhere in the picture, is refused, too.
        if (!(box[0] < width && box[1] < height && box[2] > 0 && box[3] > 0)) {
            return Optional.empty();
        }
        // Of a picture much finer than the tile a smaller copy is taken, or it would glitter.
        double perPixel = (box[2] - box[0] + box[3] - box[1]) / 2 / SIDE;
        List<BufferedImage> all = pictures();
        int which = (int) Math.max(0, Math.min(all.size() - 1, Math.round(Math.log(perPixel) / Math.log(2))));
        return Optional.of(Picture.drawn(places.tile(all.get(which), 0, 0, 1 << which, 1 << which)));
    }

    /** How often it is halved until it is one tile: the closest zoom at which {@link #piece} shows each pixel. */
    int levels() {
        int longer = Math.max(width, height);
        return longer <= SIDE ? 0 : 32 - Integer.numberOfLeadingZeros((longer - 1) / SIDE);
    }

    /** A tile of the picture itself, to point in: at zoom 0 it is one tile, at {@link #levels()} each pixel is one. */
    Optional<Picture> piece(TileAddress at) {
        if (at.z() > levels()) {
            return Optional.empty();
        }
        List<BufferedImage> all = pictures();
        BufferedImage whole = all.get(Math.min(all.size() - 1, levels() - at.z()));
        int left = at.x() * SIDE;
        int top = at.y() * SIDE;
        if (left >= whole.getWidth() || top >= whole.getHeight()) {
            return Optional.empty();
        }
        BufferedImage tile = Mosaic.blank(SIDE, SIDE);
        Graphics2D pen = tile.createGraphics();
        pen.drawImage(whole, -left, -top, null);
        pen.dispose();
        return Optional.of(Picture.drawn(tile));
    }

    /** The picture and copies of half its size each, down to one tile. */
    private synchronized List<BufferedImage> pictures() {
        List<BufferedImage> made = halves.get();
        if (made == null) {
            made = new ArrayList<>();
            BufferedImage each = PictureFile.read(file, name, MOST_PIXELS);
            made.add(each);
            while (made.size() <= levels()) {
                each = half(each);
                made.add(each);
            }
            halves = new SoftReference<>(made);
        }
        return made;
    }

    private static BufferedImage half(BufferedImage whole) {
        BufferedImage half = Mosaic.blank((whole.getWidth() + 1) / 2, (whole.getHeight() + 1) / 2);
        Graphics2D pen = half.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(whole, AffineTransform.getScaleInstance(0.5, 0.5), null);
        pen.dispose();
        return half;
    }

    @Override
    public int maxZoom() {
        return CLOSEST;
    }

    @Override
    public @Nullable Envelope lonLat() {
        return points.fit().map(place -> place.lonLat(width, height)).orElse(null);
    }

    @Override
    public void close() {
        // The file is open only while it is read.
    }
}
