package org.greenplan.recognise;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.crs.ControlFit;
import org.jspecify.annotations.Nullable;

/**
 * What the planner decided about one layer of a foreign file.
 *
 * @param source place of the layer among those found, from 0
 * @param target id of the catalogue's layer it goes to
 * @param crs code of the placement, such as {@code EPSG:4490}; {@code points} where control points lay it on
 * @param parameters seven parameters for an older system, or null
 * @param method how control points lay it on
 * @param points control points; empty where there are none
 * @param fields attribute by source field; fields left out are not taken
 * @param fixed values for attributes that the file does not fill, such as the status
 * @param key attribute whose value identifies a feature in both file and plan, or null to go by plan ids and shapes
 * @param leaveOut numbers of the records not to take
 * @param remove numbers of the features of the plan that are missing in the file and are to be deleted
 * @param overwrite numbers of the features whose conflict the file shall win
 * @param skipRefused true where records that cannot be taken are left out, false where they stop the import
 * @param closeOpen true where open outlines become areas, whatever their gap
 * @param takeOutside true where plots that lie outside the district are taken too
 * @param skipRepeated true where of new records with the same shape only the first is taken
 */
public record LayerChoice(
        int source,
        String target,
        String crs,
        @Nullable String parameters,
        ControlFit.Method method,
        List<ControlPoint> points,
        Map<String, String> fields,
        Map<String, Object> fixed,
        Mode mode,
        @Nullable String key,
        Set<Long> leaveOut,
        Set<Long> remove,
        Set<Long> overwrite,
        boolean skipRefused,
        boolean skipRepeated,
        boolean closeOpen,
        boolean takeOutside) {
    public LayerChoice {
        points = List.copyOf(points);
        fields = Map.copyOf(fields);
        fixed = Map.copyOf(fixed);
        leaveOut = Set.copyOf(leaveOut);
        remove = Set.copyOf(remove);
        overwrite = Set.copyOf(overwrite);
    }

    /** A layer taken as it is, with nothing else decided. */
    public static LayerChoice plain(int source, String target, String crs, Map<String, String> fields, Mode mode) {
        return new LayerChoice(
                source,
                target,
                crs,
                null,
                ControlFit.Method.SIMILARITY,
                List.of(),
                fields,
                Map.of(),
                mode,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                false,
                false,
                false);
    }

    /** What becomes of the features that are there. */
    public enum Mode {
        /** Everything in the file is new; what is there stays as it is. */
        NEW,
        /** What is known by its id or its shape is changed, the rest is new, what is missing stays unless chosen. */
        UPDATE,
        /** The layer becomes what the file says: as UPDATE, and what is missing is deleted. */
        REPLACE,
        /** What was changed, added and deleted in a checked-out file since it left, and nothing else. */
        CHECKIN
    }

    /** A point of the drawing, and the place it belongs to (degrees). */
    public record ControlPoint(double x, double y, double lonDeg, double latDeg) {}
}
