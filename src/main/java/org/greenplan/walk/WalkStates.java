package org.greenplan.walk;

import org.jspecify.annotations.Nullable;

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
    /** Along the line that is walked beside; null where it is not near. */
    private @Nullable Run run;

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

    /** How far along the part the middle of a step lies. */
    double atM(int step) {
        return (step + 0.5) * stepM;
    }

    /** Whether any of these steps lies in the district and is not lost for certain. */
    boolean isOpen(int from, int to) {
        for (int s = from; s < to; s++) {
            if (inside[s] && lost[s] != LOST) {
                return true;
            }
        }
        return false;
    }

    /** Takes the next step beside an earlier line, with the signed distance to it, infinite where it is not near. */
    void at(int step, double signedM) {
        if (Double.isInfinite(signedM)) {
            leave();
            return;
        }
        Run along = run;
        if (along == null) {
            along = new Run();
            along.first = step;
            along.firstM = signedM;
            run = along;
        }
        along.at(step, signedM, Math.abs(signedM) > toleranceM - stepM);
    }

    /** Nothing more of that line is near. */
    void leave() {
        if (run != null) {
            judge(run);
            run = null;
        }
    }

    void in(int step, int area) {
        if (area == 0) {
            inside[step] = true;
        } else if (zone[step] == 0) {
            zone[step] = area;
        }
    }

    private void judge(Run along) {
        double lengthM = (along.last - along.first + 1) * stepM;
        double change = Math.abs(along.lastM - along.firstM);
        // Each end may lie a step away, and so may the distance there.
        double unsure = 2 * stepM + 2 * stepM / 6;
        byte state = change <= lengthM / 6 - unsure ? LOST : change <= lengthM / 6 + unsure ? PERHAPS : FREE;
        if (along.frayed || !along.wellIn) {
            state = PERHAPS;
        }
        for (int s = along.first; s <= along.last; s++) {
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
