package org.greenplan.catalogue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of at most ten bytes for formats that know no longer ones (dBASE); the same on the way out and back in. */
public final class ShortNames {
    private static final int MOST = 10;

    private ShortNames() {}

    /** Short names by the long ones, each one of a kind; a name that is short enough stays as it is. */
    public static Map<String, String> of(List<String> names) {
        Set<String> taken = new HashSet<>();
        names.stream().filter(n -> n.length() <= MOST).forEach(taken::add);
        Map<String, String> shortened = new LinkedHashMap<>();
        for (String name : names) {
            shortened.put(name, name.length() <= MOST ? name : free(name, taken));
        }
        return shortened;
    }

    /** Short names of a layer's attributes. */
    public static Map<String, String> of(LayerType layer) {
        return of(layer.attributes().stream().map(Attribute::name).toList());
    }

    private static String free(String name, Set<String> taken) {
        String cut = name.substring(0, MOST).replaceFirst("_+$", "");
        for (int n = 2; !taken.add(cut); n++) {
            String ending = "_" + n;
            cut = name.substring(0, MOST - ending.length()) + ending;
        }
        return cut;
    }
}
