package org.greenplan.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a layer is drawn.
 *
 * @param fill CSS hex colour, or null for none
 * @param fillOpacity 0 to 1
 * @param stroke CSS hex colour
 * @param strokeWidthPx line width in CSS pixels; the diameter for points
 * @param dash lengths of strokes and gaps in CSS pixels, empty for a solid line
 * @param pattern {@code none}, or what tells the layer for who cannot tell its colour: {@code hatch}, {@code back} (the other way), {@code
 *     cross}, {@code dots}, {@code lines}, {@code posts} (upright) or {@code grid}
 * @param minZoom first zoom level at which the layer is drawn
 * @param order drawing order, low is below
 */
public record Style(
        @Nullable String fill,
        double fillOpacity,
        String stroke,
        double strokeWidthPx,
        List<Double> dash,
        String pattern,
        int minZoom,
        int order) {
    /** Of what is on no map. */
    static final Style NONE = new Style(null, 0, "#000000", 0, List.of(), "none", 0, 0);

    public Style {
        dash = List.copyOf(dash);
    }
}
