package org.greenplan.relief;

import java.awt.Rectangle;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.geometry.MismatchedDimensionException;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.greenplan.crs.RegistryCrs;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;

/**
 * A digital elevation model: a GeoTIFF of one band, heights of the ground in metres. Only what is asked about is read, so the size of the
 * file does not matter. Longitude and latitude of WGS84 and CGCS2000 are taken for the same, which differ by centimetres.
 */
public final class Relief implements AutoCloseable {
    /** No ground lies lower or higher; what does is a filling value that the file does not declare. */
    private static final double LOWEST_M = -500;

    private static final double HIGHEST_M = 9000;

    /** So many cells are read for one line, 64 MB as floats. */
    private static final long MOST_CELLS = 16_000_000;

    private final String name;
    private final GeoTiffReader reader;
    private final GridCoverage2D coverage;
    private final MathTransform toCells;
    private final double fillingM;

    private Relief(String name, GeoTiffReader reader, GridCoverage2D coverage, MathTransform toCells, double fillingM) {
        this.name = name;
        this.reader = reader;
        this.coverage = coverage;
        this.toCells = toCells;
        this.fillingM = fillingM;
    }

    /**
     * Opens a model; nothing but its head is read.
     *
     * @throws Problem.Invalid where the file is no GeoTIFF of one band with a coordinate system
     */
    public static Relief open(Path file) {
        if (!Files.isReadable(file)) {
            throw invalid("找不到高程模型 " + file + "，请检查路径。", "There is no elevation model " + file + ". Check the path.");
        }
        RegistryCrs.registryAtHome();
        try {
            var reader = new GeoTiffReader(file.toFile());
            GridCoverage2D coverage = reader.read(new GeneralParameterValue[0]);
            CoordinateReferenceSystem crs = reader.getCoordinateReferenceSystem();
            if (crs == null || coverage.getNumSampleDimensions() != 1) {
                throw invalid(
                        file.getFileName() + " 不是单波段、带坐标系的高程模型。请另存为带坐标系的 GeoTIFF。",
                        file.getFileName()
                                + " is no elevation model: one band and a coordinate system are wanted. Save it as a GeoTIFF that has both.");
            }
            MathTransform toCells = ConcatenatedTransform.create(
                    CRS.findMathTransform(DefaultGeographicCRS.WGS84, crs, true),
                    reader.getOriginalGridToWorld(PixelInCell.CELL_CENTER).inverse());
            double fillingM =
                    reader.getMetadata().hasNoData() ? reader.getMetadata().getNoData() : Double.NaN;
            return new Relief(String.valueOf(file.getFileName()), reader, coverage, toCells, fillingM);
        } catch (IOException | FactoryException | TransformException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw invalid(
                    file.getFileName() + " 读不出高程。请另存为 GeoTIFF（EPSG 坐标系）后再试。",
                    file.getFileName()
                            + " could not be read as heights. Save it as a GeoTIFF with a system of the EPSG registry.");
        }
    }

    /** What the file is called. */
    public String name() {
        return name;
    }

    /**
     * The heights of the ground, metres, between the centres of the four cells around each place; NaN where one of them holds none.
     *
     * @param lonLat longitude and latitude, degrees, near each other: what lies between them is read
     */
    public List<Double> heightsM(List<Coordinate> lonLat) {
        double[] cells = cells(lonLat);
        Rectangle window = window(cells);
        Raster read = window.isEmpty() ? null : image().getData(window);
        List<Double> heights = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 2) {
            heights.add(read == null ? Double.NaN : between(read, cells[i], cells[i + 1]));
        }
        return heights;
    }

    private double[] cells(List<Coordinate> lonLat) {
        double[] places = new double[2 * lonLat.size()];
        for (int i = 0; i < lonLat.size(); i++) {
            places[2 * i] = lonLat.get(i).x;
            places[2 * i + 1] = lonLat.get(i).y;
        }
        for (int i = 0; i < places.length; i += 2) {
            try {
                toCells.transform(places, i, places, i, 1);
            } catch (TransformException | MismatchedDimensionException e) {
                // So far away the model's plane does not reach.
                places[i] = Double.NaN;
                places[i + 1] = Double.NaN;
            }
        }
        return places;
    }

    private RenderedImage image() {
        return coverage.getRenderedImage();
    }

    /** The cells between all places and around them, as far as there are any; they count from where the image begins. */
    private Rectangle window(double[] cells) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < cells.length; i += 2) {
            if (!Double.isNaN(cells[i])) {
                minX = Math.min(minX, cells[i]);
                maxX = Math.max(maxX, cells[i]);
                minY = Math.min(minY, cells[i + 1]);
                maxY = Math.max(maxY, cells[i + 1]);
            }
        }
        RenderedImage image = image();
        var all = new Rectangle(image.getMinX(), image.getMinY(), image.getWidth(), image.getHeight());
        if (!(maxX - minX < MOST_CELLS) || !(maxY - minY < MOST_CELLS)) {
            return new Rectangle();
        }
        Rectangle window = new Rectangle(
                        (int) Math.floor(minX),
                        (int) Math.floor(minY),
                        (int) (maxX - minX) + 3,
                        (int) (maxY - minY) + 3)
                .intersection(all);
        if ((long) window.width * window.height > MOST_CELLS) {
            throw new Problem.Invalid(
                    Words.of(
                            "这条线跨过的高程格网太大。请把线分段，或用较粗的高程模型。",
                            "The line crosses too many cells of the elevation model. Divide it, or use a coarser model."),
                    "dem");
        }
        return window;
    }

    private double between(Raster read, double x, double y) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double right = x - column;
        double down = y - row;
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double weight = (i % 2 == 0 ? 1 - right : right) * (i < 2 ? 1 - down : down);
            if (weight > 0) {
                sum += weight * cell(read, column + i % 2, row + i / 2);
            }
        }
        return sum;
    }

    private double cell(Raster read, int column, int row) {
        if (!read.getBounds().contains(column, row)) {
            return Double.NaN;
        }
        double height = read.getSampleDouble(column, row, 0);
        return height == fillingM || height < LOWEST_M || height > HIGHEST_M ? Double.NaN : height;
    }

    @Override
    public void close() {
        coverage.dispose(true);
        reader.dispose();
    }

    private static Problem.Invalid invalid(String zh, String en) {
        return new Problem.Invalid(Words.of(zh, en), "--dem");
    }
}
