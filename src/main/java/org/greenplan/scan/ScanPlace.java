package org.greenplan.scan;

import org.greenplan.crs.ControlFit;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.crs.GaussKruger.PlanePoint;
import org.greenplan.crs.PlanCrs;
import org.locationtech.jts.geom.Envelope;

/** How a picture lies on a plane: both ways between its pixels, right and down, and the earth. */
public record ScanPlace(PlanCrs plane, ControlFit fit) {
    /** Puts in where a place, longitude and latitude in degrees, is in the picture: pixels right and down from its upper left corner. */
    public void find(double lonDeg, double latDeg, double[] into) {
        PlanePoint there = plane.projection().forward(lonDeg, latDeg);
        double east = there.eastM() - fit.c();
        double north = there.northM() - fit.f();
        double whole = determinant(fit);
        into[0] = (fit.e() * east - fit.b() * north) / whole + fit.centreX();
        // The fit knows up, a picture counts down.
        into[1] = -((fit.a() * north - fit.d() * east) / whole + fit.centreY());
    }

    /** The box around a picture of a size, longitude and latitude in degrees. */
    public Envelope lonLat(int width, int height) {
        var box = new Envelope();
        for (int i = 0; i < 4; i++) {
            PlanePoint corner = fit.place(i % 2 == 0 ? 0 : width, i < 2 ? 0 : -height);
            LonLat there = plane.projection().inverse(corner.eastM(), corner.northM());
            box.expandToInclude(there.lonDeg(), there.latDeg());
        }
        return box;
    }

    /** Square metres on the plane that are a pixel, below zero where the picture is mirrored. */
    static double determinant(ControlFit fit) {
        return fit.a() * fit.e() - fit.b() * fit.d();
    }
}
