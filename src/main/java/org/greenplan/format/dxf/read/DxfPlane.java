package org.greenplan.format.dxf.read;

import org.greenplan.format.dxf.DxfEntity;
import org.locationtech.jts.geom.util.AffineTransformation;

/** From the plane that an entity was drawn in to the plane of the map: AutoCAD's arbitrary axis rule, seen from above. */
final class DxfPlane {
    private static final double NEAR_VERTICAL = 1.0 / 64;

    private DxfPlane() {}

    /** Nothing to do for what lies flat; mirrored for what was drawn from below (extrusion 0, 0, -1). */
    static AffineTransformation of(DxfEntity entity) {
        double nx = entity.real(210, 0);
        double ny = entity.real(220, 0);
        double nz = entity.real(230, 1);
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        if (length == 0 || (nx == 0 && ny == 0 && nz > 0)) {
            return new AffineTransformation();
        }
        nx /= length;
        ny /= length;
        nz /= length;
        boolean vertical = Math.abs(nx) < NEAR_VERTICAL && Math.abs(ny) < NEAR_VERTICAL;
        double ax = vertical ? nz : -ny;
        double ay = vertical ? 0 : nx;
        double az = vertical ? -nx : 0;
        double a = Math.sqrt(ax * ax + ay * ay + az * az);
        ax /= a;
        ay /= a;
        az /= a;
        double bx = ny * az - nz * ay;
        double by = nz * ax - nx * az;
        double z = entity.type().equals("LWPOLYLINE") ? entity.real(38, 0) : entity.real(30, 0);
        return new AffineTransformation(ax, bx, nx * z, ay, by, ny * z);
    }

    /** How much longer a length becomes at most. */
    static double scale(AffineTransformation t) {
        double[] m = t.getMatrixEntries();
        return Math.max(Math.hypot(m[0], m[3]), Math.hypot(m[1], m[4]));
    }

    /** Where a copy of a block stands that an INSERT shows. */
    static AffineTransformation placed(DxfEntity insert, DxfBlock block, int column, int row) {
        return AffineTransformation.translationInstance(-block.baseX(), -block.baseY())
                .scale(insert.real(41, 1), insert.real(42, 1))
                .translate(column * insert.real(44, 0), row * insert.real(45, 0))
                .rotate(Math.toRadians(insert.real(50, 0)))
                .translate(insert.real(10, 0), insert.real(20, 0))
                .compose(of(insert));
    }
}
