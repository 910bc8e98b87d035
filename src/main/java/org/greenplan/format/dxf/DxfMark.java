package org.greenplan.format.dxf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Greenplan writes into the extended data of everything it draws, so that a drawing that comes back is recognised.
 *
 * @param plot the plot id
 * @param role {@code ring}, {@code line}, {@code point}: the plot itself; {@code name}: its name as text; {@code note}: anything
 *     else that accompanies it and is never read back
 * @param part which polygon or line of the plot, from 0
 * @param ring 0 for an outline, from 1 for holes
 * @param pieces how many rings or lines the plot is drawn with
 */
public record DxfMark(String plot, String role, int part, int ring, int pieces) {
    /** Name under which the extended data stand. */
    public static final String APPLICATION = "GREENPLAN";

    /** The role of a plot's name. */
    public static final String NAME = "name";

    static final String NOTE = "note";

    private static final int MOST_PIECES = 1_000_000;

    /** The mark of an entity, null where it has none or somebody damaged it. */
    public static @Nullable DxfMark of(DxfEntity entity) {
        int i = 0;
        while (i < entity.size() && (entity.code(i) != 1001 || !entity.text(i).equalsIgnoreCase(APPLICATION))) {
            i++;
        }
        if (i == entity.size()) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        for (i++; i < entity.size() && entity.code(i) == 1000; i++) {
            String[] pair = entity.text(i).split("=", 2);
            if (pair.length == 2) {
                values.put(pair[0], pair[1]);
            }
        }
        String role = values.getOrDefault("role", NOTE);
        String plot = values.getOrDefault("plot", "");
        return plot.isEmpty() && !role.equals(NOTE)
                ? null
                : new DxfMark(
                        plot, role, number(values, "part", 0), number(values, "ring", 0), number(values, "pieces", 1));
    }

    /** A text or a shape that belongs to a plot and is not read back. */
    public static DxfMark note(String plot) {
        return new DxfMark(plot, NOTE, 0, 0, 1);
    }

    /** How it stands in the extended data, one string each. */
    public List<String> values() {
        if (!isPlot()) {
            return plot.isEmpty() ? List.of("role=" + role) : List.of("plot=" + plot, "role=" + role);
        }
        return pieces == 1
                ? List.of("plot=" + plot, "role=" + role)
                : List.of("plot=" + plot, "role=" + role, "part=" + part, "ring=" + ring, "pieces=" + pieces);
    }

    /** True where the entity is the plot itself, not what accompanies it. */
    public boolean isPlot() {
        return !role.equals(NAME) && !role.equals(NOTE);
    }

    private static int number(Map<String, String> values, String name, int otherwise) {
        String value = values.getOrDefault(name, "");
        return value.matches("[0-9]{1,7}") ? Math.min(MOST_PIECES, Integer.parseInt(value)) : otherwise;
    }
}
