package org.greenplan.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turns a picture as the camera was held. */
final class Upright {
    private Upright() {}

    /** The picture turned and mirrored so that it looks as it was seen; EXIF's orientation, 1 to 8. */
    static BufferedImage of(BufferedImage picture, int orientation) {
        if (orientation == 1) {
            return picture;
        }
        int w = picture.getWidth();
        int h = picture.getHeight();
        var turned = orientation > 4
                ? new BufferedImage(h, w, BufferedImage.TYPE_INT_ARGB)
                : new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = turned.createGraphics();
        pen.drawImage(picture, way(orientation, w, h), null);
        pen.dispose();
        return turned;
    }

    /** Columns of the matrix: where right goes, where down goes, and how far it is moved. */
    private static AffineTransform way(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
    }
}
