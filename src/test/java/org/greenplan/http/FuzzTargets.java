package org.greenplan.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.greenplan.oracle.Counted;

/** The programme of the plan under random edits, said a second time: what one plot adds to each of its targets. */
final class FuzzTargets {
    private static final Map<String, ToDoubleFunction<Counted>> ALL = all();

    private FuzzTargets() {}

    static List<String> ids() {
        return List.copyOf(ALL.keySet());
    }

    /** In square metres, metres or pieces. */
    static double amount(String target, Counted plot) {
        return ALL.get(target).applyAsDouble(plot);
    }

    private static Map<String, ToDoubleFunction<Counted>> all() {
        Map<String, ToDoubleFunction<Counted>> all = new LinkedHashMap<>();
        all.put("new_green", Counted::netM2);
        all.put("forest", c -> c.plot().layer().equals("afforestation") ? c.netEllipsoidM2() : 0);
        all.put("corridors", Counted::lengthM);
        all.put(
                "pocket_parks",
                c -> c.plot().layer().equals("parks") && c.plot().text("class").equals("G14") && c.netM2() >= 400
                        ? 1
                        : 0);
        all.put("plots", c -> c.netM2() >= 1 ? 1 : 0);
        all.put("upgraded", c -> c.plot().layer().equals("parks") && c.isUpgrade() && c.ownM2() >= 400 ? 1 : 0);
        all.put(
                "begun",
                c -> List.of("completed", "under_construction")
                                .contains(c.plot().text("status"))
                        ? c.netM2()
                        : 0);
        return all;
    }
}
