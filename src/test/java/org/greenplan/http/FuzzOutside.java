package org.greenplan.http;

import java.util.List;
import java.util.Random;
import org.greenplan.oracle.PlanFeature;
import org.greenplan.store.OutsideProgram;

/** Another program that writes straight into the tables while the desk runs. */
final class FuzzOutside {
    private final String address;
    private final Random random;

    FuzzOutside(String address, Random random) {
        this.address = address;
        this.random = random;
    }

    /** One statement, and what it was. */
    String next(List<PlanFeature> features) {
        String layer = random.nextBoolean() ? "parks" : "corridors";
        List<PlanFeature> some =
                features.stream().filter(f -> f.layer().equals(layer)).toList();
        if (some.isEmpty()) {
            return "nothing outside";
        }
        long id = some.get(random.nextInt(some.size())).id();
        long other = some.get(random.nextInt(some.size())).id();
        String sql =
                switch (random.nextInt(5)) {
                    case 0 -> "UPDATE " + layer + " SET status = 'completed', name = '外' WHERE fid = ?";
                    case 1 -> "DELETE FROM " + layer + " WHERE fid = ?";
                    case 2 ->
                        "INSERT INTO " + layer + " (name, geom) SELECT '抄', geom FROM " + layer + " WHERE fid = ?";
                    case 3 ->
                        "UPDATE " + layer + " SET geom = (SELECT o.geom FROM " + layer + " o WHERE o.fid = " + other
                                + ") WHERE fid = ?";
                    default -> "UPDATE " + layer + " SET effect = 'upgrade' WHERE fid = ?";
                };
        OutsideProgram.run(address, sql, id);
        return sql + " -- " + id;
    }
}
