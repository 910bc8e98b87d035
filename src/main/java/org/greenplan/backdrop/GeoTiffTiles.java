package org.greenplan.backdrop;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.geotools.api.geometry.MismatchedDimensionException;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.parameter.ParameterValue;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.GridEnvelope2D;
import org.geotools.coverage.grid.GridGeometry2D;
import org.geotools.coverage.grid.io.AbstractGridFormat;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.geometry.GeneralBounds;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.greenplan.crs.RegistryCrs;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.tile.TileAddress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Tiles drawn out of a GeoTIFF, in whatever system it lies. For each tile about as many pixels are read as it has, out of the overviews
 * where the file has some, so its size does not matter. What reads it takes seconds to wake up, so a file is opened when somebody looks at it.
 */
final class GeoTiffTiles implements TileSource {
    /** So many pixels of the file are asked for on each side of a tile. */
    private static final int READ = 320;

    /** The file's reader may hand over the next finer overview, never more than this. */
    private static final long MOST_PIXELS = 4_000_000;

    private static final int CLOSEST = 22;

    /** So many pieces of an edge are looked at for the box around it, which may be curved. */
    private static final int EDGE = 8;

    private final Path file;
    private final String name;
    private @Nullable Open open;

    /** Known once it was opened; asked for while a tile is drawn. */
    private volatile @Nullable Envelope lonLat;

    GeoTiffTiles(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** The file as it is read: its whole box on its own plane, and the way there. */
    private record Open(
            GeoTiffReader reader, CoordinateReferenceSystem crs, MathTransform fromLonLat, GeneralBounds all) {}

    @Override
    public void look() {
        opened();
    }

    @Override
    public synchronized Optional<Picture> tile(TileAddress at) {
        Open now = opened();
        // Right and up on the file's plane.
        Warp places = Warp.of(at, (lon, lat, into) -> place(now, lon, lat, into));
        double[] box = places.box();
        double west = Math.max(box[0], now.all.getMinimum(0));
        double south = Math.max(box[1], now.all.getMinimum(1));
        double east = Math.min(box[2], now.all.getMaximum(0));
        double north = Math.min(box[3], now.all.getMaximum(1));
        // NaN, where a place is nowhere on the plane, is refused, too.
        if (!(west < east) || !(south < north)) {
            return Optional.empty();
        }
        GridCoverage2D read = read(now, new ReferencedEnvelope(west, east, south, north, now.crs));
        if (read == null) {
            return Optional.empty();
        }
        try {
            BufferedImage pixels = pixels(read.getRenderedImage());
            org.geotools.api.geometry.Bounds there = read.getEnvelope();
            double perX = there.getSpan(0) / pixels.getWidth();
            double perY = there.getSpan(1) / pixels.getHeight();
            // Down is against the plane's north.
            return Optional.of(
                    Picture.drawn(places.tile(pixels, there.getMinimum(0), there.getMaximum(1), perX, -perY)));
        } finally {
            read.dispose(true);
        }
    }

    private static void place(Open now, double lon, double lat, double[] into) {
        into[0] = lon;
        into[1] = lat;
        try {
            now.fromLonLat.transform(into, 0, into, 0, 1);
        } catch (TransformException | MismatchedDimensionException e) {
            into[0] = Double.NaN;
            into[1] = Double.NaN;
        }
    }

    private static @Nullable GridCoverage2D read(Open now, ReferencedEnvelope box) {
        double longer = Math.max(box.getWidth(), box.getHeight());
        int width = (int) Math.max(1, Math.ceil(READ * box.getWidth() / longer));
        int height = (int) Math.max(1, Math.ceil(READ * box.getHeight() / longer));
        ParameterValue<GridGeometry2D> wanted = AbstractGridFormat.READ_GRIDGEOMETRY2D.createValue();
        wanted.setValue(new GridGeometry2D(new GridEnvelope2D(0, 0, width, height), box));
        try {
            return now.reader.read(new GeneralParameterValue[] {wanted});
        } catch (IOException | RuntimeException e) {
            throw Problem.Unavailable.of(
                    Words.of("底图文件读不出这一块，文件可能已损坏。", "The base map's file cannot be read here; it may be damaged."), 30);
        }
    }

    private static BufferedImage pixels(RenderedImage image) {
        if ((long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
            throw Problem.Unavailable.of(
                    Words.of(
                            "底图文件没有合适的金字塔，此处太大，请放大后再看，或用 gdaladdo 建金字塔。",
                            "The base map's file has no overviews, and here is too much of it: zoom in, or make overviews (gdaladdo)."),
                    30);
        }
        BufferedImage pixels = Mosaic.blank(image.getWidth(), image.getHeight());
        Graphics2D pen = pixels.createGraphics();
        pen.drawRenderedImage(image, AffineTransform.getTranslateInstance(-image.getMinX(), -image.getMinY()));
        pen.dispose();
        return pixels;
    }

    private synchronized Open opened() {
        Open now = open;
        if (now == null) {
            now = open();
            open = now;
            lonLat = box(now);
        }
        return now;
    }

    /** The box around places of its edge; null where they are nowhere on the earth. */
    private static @Nullable Envelope box(Open now) {
        var box = new Envelope();
        double[] place = new double[2];
        try {
            MathTransform toLonLat = now.fromLonLat.inverse();
            for (int i = 0; i <= EDGE; i++) {
                for (int j = 0; j <= EDGE; j += i == 0 || i == EDGE ? 1 : EDGE) {
                    place[0] = now.all.getMinimum(0) + now.all.getSpan(0) * i / EDGE;
                    place[1] = now.all.getMinimum(1) + now.all.getSpan(1) * j / EDGE;
                    toLonLat.transform(place, 0, place, 0, 1);
                    box.expandToInclude(place[0], place[1]);
                }
            }
        } catch (TransformException | MismatchedDimensionException e) {
            return null;
        }
        return BasemapFiles.box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    private Open open() {
        RegistryCrs.registryAtHome();
        GeoTiffReader reader = null;
        try {
            reader = new GeoTiffReader(file.toFile());
            CoordinateReferenceSystem crs = reader.getCoordinateReferenceSystem();
            if (crs == null || crs.getCoordinateSystem().getDimension() != 2) {
                throw noPlace();
            }
            if (reader.getImageLayout().getSampleModel(null).getDataType() != DataBuffer.TYPE_BYTE) {
                throw new Problem.Invalid(
                        Words.of(
                                name + " 不是 8 位影像。请先转换：gdal_translate -ot Byte -scale。",
                                name + " is no picture of 8 bits. Convert it first: gdal_translate -ot Byte -scale."),
                        "file");
            }
            return new Open(
                    reader,
                    crs,
                    CRS.findMathTransform(DefaultGeographicCRS.WGS84, crs, true),
                    reader.getOriginalEnvelope());
        } catch (IOException | FactoryException | RuntimeException e) {
            if (reader != null) {
                reader.dispose();
            }
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw noPlace();
        }
    }

    private Problem noPlace() {
        return new Problem.Invalid(
                Words.of(
                        name + " 没有说明自己的位置（坐标系），不能直接作底图。请另存为带坐标系的 GeoTIFF。",
                        name
                                + " does not say where it lies (no coordinate system). Save it as a GeoTIFF that has one."),
                "file");
    }

    @Override
    public int maxZoom() {
        return CLOSEST;
    }

    /** Known once somebody has looked at it. */
    @Override
    public @Nullable Envelope lonLat() {
        Envelope known = lonLat;
        return known == null ? null : new Envelope(known);
    }

    @Override
    public synchronized void close() {
        Open now = open;
        if (now != null) {
            now.reader.dispose();
            open = null;
        }
    }
}
