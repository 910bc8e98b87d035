package org.greenplan.format.dxf.write;

/** AutoCAD's 255 numbered colours, as the rule that they were made by: 24 hues, five values, full and half saturated. */
final class DxfColour {
    private static final int[] BASIC = {0xFF0000, 0xFFFF00, 0x00FF00, 0x00FFFF, 0x0000FF, 0xFF00FF};
    private static final int[] VALUES = {255, 165, 127, 76, 38};
    private static final int[] GREYS = {51, 91, 132, 173, 214, 255};

    private static final int HUES = 24;
    private static final int STEP = 7;
    private static final int HALF_SATURATED = 3;
    private static final int SATURATED = 2;

    private DxfColour() {}

    /** {@code #rrggbb} as a number; grey where the text is none. */
    static int rgb(String css) {
        return css.matches("#[0-9A-Fa-f]{6}") ? Integer.parseInt(css.substring(1), 16) : 0x808080;
    }

    /** The number whose colour is nearest. White (7) is left out: it turns black on a white sheet. */
    static int nearest(int rgb) {
        int best = 8;
        long least = Long.MAX_VALUE;
        for (int aci = 1; aci < 256; aci++) {
            if (aci < 7 || aci > 9) {
                long distance = distance(rgb, of(aci));
                if (distance < least) {
                    least = distance;
                    best = aci;
                }
            }
        }
        return best;
    }

    /**
     * A colour for each class of a layer whose classes have none of their own: the hues in steps of seven of the 24, from that of
     * the layer on, so that neighbours in the list differ most; medium values, which are seen on black and on white.
     *
     * @param layer the layer's colour
     * @param index the class's place in its list, from 0; the first 48 differ
     */
    static int ofClass(int layer, int index) {
        int family = nearest(layer) / 10 - 1;
        int hue = Math.floorMod(Math.min(Math.max(family, 0), HUES - 1) + index * STEP, HUES);
        int value = index / HUES % 2 == 0 ? HALF_SATURATED : SATURATED;
        return of((hue + 1) * 10 + value);
    }

    static int of(int aci) {
        if (aci <= 6) {
            return BASIC[aci - 1];
        }
        if (aci >= 250) {
            int grey = GREYS[aci - 250];
            return grey << 16 | grey << 8 | grey;
        }
        int value = VALUES[aci % 10 / 2];
        int floor = aci % 2 == 1 ? value / 2 : 0;
        double hue = (aci / 10 - 1) / 4.0;
        int rgb = 0;
        for (int shift = 0; shift < 3; shift++) {
            double away = Math.abs((hue - 2 * shift + 9) % 6 - 3);
            double share = Math.max(0, Math.min(1, 2 - away));
            rgb = rgb << 8 | (int) Math.round(floor + share * (value - floor));
        }
        return rgb;
    }

    private static long distance(int a, int b) {
        long red = (long) (a >> 16 & 255) - (b >> 16 & 255);
        long green = (long) (a >> 8 & 255) - (b >> 8 & 255);
        long blue = (long) (a & 255) - (b & 255);
        return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }
}
