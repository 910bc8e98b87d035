package org.greenplan.walk;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** What somebody on foot has seen at each step of one part of a line. */
final class WalkStates {
    private static final byte FREE = 0;
    private static final byte PERHAPS = 1;
    private static final byte LOST = 2;

    private final byte[] lost;
    private final boolean[] inside;
    private final int[] zone;
    private final double stepM;
    private final double toleranceM;
    private final Map<Integer, Run> runs = new HashMap<>();

    WalkStates(int steps, double stepM, double toleranceM) {
        lost = new byte[steps];
        inside = new boolean[steps];
        zone = new int[steps];
        this.stepM = stepM;
        this.toleranceM = toleranceM;
    }

    /** Steps that follow each other near one earlier line. */
    private static final class Run {
        private int first;
        private int last;
        private double firstM;
        private double lastM;

        private boolean atLimit;
        private boolean wellIn;
        /** Whether the line may have been left for less than a step in between. */
        private boolean frayed;

        void at(int step, double signedM, boolean limit) {
            frayed |= !limit && wellIn && atLimit;
            wellIn |= !limit;
            atLimit = limit;
            last = step;
            lastM = signedM;
        }
    }

    /** Takes the next step, with the signed distances to the lines that are near. */
    void at(int step, Map<Integer, Double> near) {
        near.forEach((line, signedM) -> {
            Run run = runs.computeIfAbsent(line, l -> {
                var fresh = new Run();
                fresh.first = step;
                fresh.firstM = signedM;
                return fresh;
            });
            run.at(step, signedM, Math.abs(signedM) > toleranceM - stepM);
        });
        close(step);
        if (step == lost.length - 1) {
            close(step + 1);
        }
    }

    void in(int step, int area) {
        if (area == 0) {
            inside[step] = true;
        } else if (zone[step] == 0) {
            zone[step] = area;
        }
    }

    private void close(int now) {
        for (Iterator<Run> it = runs.values().iterator(); it.hasNext(); ) {
            Run run = it.next();
            if (run.last < now) {
                judge(run);
                it.remove();
            }
        }
    }

    private void judge(Run run) {
        double lengthM = (run.last - run.first + 1) * stepM;
        double change = Math.abs(run.lastM - run.firstM);
        // Each end may lie a step away, and so may the distance there.
        double unsure = 2 * stepM + 2 * stepM / 6;
        byte state = change <= lengthM / 6 - unsure ? LOST : change <= lengthM / 6 + unsure ? PERHAPS : FREE;
        if (run.frayed || !run.wellIn) {
            state = PERHAPS;
        }
        for (int s = run.first; s <= run.last; s++) {
            lost[s] = (byte) Math.max(lost[s], state);
        }
    }

    /** Least and most steps for the district, for each zone, and for none; with the ends of stretches. */
    WalkTally tally(int areas) {
        var tally = new WalkTally(areas + 1);
        int before = -1;
        for (int s = 0; s < lost.length; s++) {
            int now = inside[s] ? zone[s] * 4 + lost[s] : -1;
            if (now != before) {
                tally.end(Math.max(0, now) / 4, stepM);
                tally.end(Math.max(0, before) / 4, stepM);
            }
            before = now;
            if (inside[s]) {
                tally.add(zone[s], lost[s] == FREE ? stepM : 0, lost[s] == LOST ? 0 : stepM);
            }
        }
        return tally;
    }
}
