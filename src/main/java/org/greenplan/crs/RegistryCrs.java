package org.greenplan.crs;

import java.nio.file.Path;
import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.greenplan.crs.GaussKruger.LonLat;

/**
 * Any other coordinate system of the EPSG registry or of a well-known text, by GeoTools. It takes seconds to wake up, so only files
 * in a system that the plan does not compute itself pay for it.
 */
public final class RegistryCrs {
    /** Where GeoTools unpacks its registry, so that a shared temporary folder is not littered. */
    private static final String REGISTRY_FOLDER = "EPSG-HSQL.directory";

    private final MathTransform toLonLat;

    private RegistryCrs(MathTransform toLonLat) {
        this.toLonLat = toLonLat;
    }

    /** The system of a code; empty where the registry has none. */
    public static Optional<RegistryCrs> of(int epsg) {
        return found(() -> CRS.decode("EPSG:" + epsg, true));
    }

    /** The system of a well-known text; empty where it cannot be read. */
    public static Optional<RegistryCrs> of(String wkt) {
        return found(() -> CRS.parseWKT(wkt));
    }

    /** The place of two numbers, east or longitude first; NaN where the system reaches no place there. */
    public LonLat place(double x, double y) {
        double[] numbers = {x, y};
        try {
            toLonLat.transform(numbers, 0, numbers, 0, 1);
            return new LonLat(numbers[0], numbers[1]);
        } catch (TransformException e) {
            return new LonLat(Double.NaN, Double.NaN);
        }
    }

    private interface Finding {
        CoordinateReferenceSystem crs() throws FactoryException;
    }

    /** Says where GeoTools is to unpack its registry; whatever wakes it up asks for this first. */
    public static void registryAtHome() {
        if (System.getProperty(REGISTRY_FOLDER) == null) {
            System.setProperty(
                    REGISTRY_FOLDER,
                    Path.of(System.getProperty("java.io.tmpdir"), "greenplan-epsg-" + System.getProperty("user.name"))
                            .toString());
        }
    }

    private static Optional<RegistryCrs> found(Finding finding) {
        registryAtHome();
        try {
            CoordinateReferenceSystem from = finding.crs();
            CoordinateReferenceSystem lonLat = CRS.decode("EPSG:4490", true);
            // Lenient: the shift between WGS 84 and CGCS2000 has no parameters, for it is centimetres.
            return Optional.of(new RegistryCrs(CRS.findMathTransform(from, lonLat, true)));
        } catch (FactoryException e) {
            return Optional.empty();
        }
    }
}
