package org.greenplan.walk;

import java.util.ArrayList;
import java.util.List;

/** Metres by area: the first is the district, the last what lies in none of its sub-districts. */
final class WalkTally {
    private final double[] leastM;
    private final double[] mostM;

    WalkTally(int areas) {
        leastM = new double[areas];
        mostM = new double[areas];
    }

    /** Counts in the district and in one of its sub-districts; 0 is none. */
    void add(int zone, double atLeastM, double atMostM) {
        for (int i : new int[] {0, zone == 0 ? leastM.length - 1 : zone}) {
            leastM[i] += atLeastM;
            mostM[i] += atMostM;
        }
    }

    /** A stretch begins or ends here: a step more or less. */
    void end(int zone, double stepM) {
        add(zone, -stepM, stepM);
    }

    static List<LineWalk.Length> sum(List<WalkTally> tallies, int areas) {
        List<LineWalk.Length> lengths = new ArrayList<>();
        for (int i = 0; i < areas; i++) {
            double least = 0;
            double most = 0;
            for (WalkTally tally : tallies) {
                least += tally.leastM[i];
                most += tally.mostM[i];
            }
            lengths.add(new LineWalk.Length(least - 1e-3, most + 1e-3));
        }
        return lengths;
    }
}
