package org.greenplan.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.locationtech.jts.geom.Coordinate;

/** One part of a line, walked along in small steps: what is asked of its points is found out point by point. */
final class Walk {
    /** What lasts for less than this may be stepped over. */
    static final double STEP_M = 0.2;

    private static final double EXACT_M = 1e-7;

    private final Coordinate[] at;
    private final double[] along;

    Walk(Coordinate[] coordinates) {
        this.at = DefinedBelt.distinct(coordinates);
        this.along = new double[at.length];
        for (int i = 1; i < at.length; i++) {
            along[i] = along[i - 1] + at[i - 1].distance(at[i]);
        }
    }

    /** A stretch between two distances along the line, metres. */
    record Stretch(double from, double to) {
        double lengthM() {
            return to - from;
        }
    }

    /** A stretch all of whose points gave the same answer. */
    record Run(Stretch stretch, int answer) {}

    double lengthM() {
        return along[along.length - 1];
    }

    /** The point after so many metres. */
    Coordinate point(double s) {
        int i = 1;
        while (i < at.length - 1 && along[i] < s) {
            i++;
        }
        double u = Math.min(1, Math.max(0, (s - along[i - 1]) / (along[i] - along[i - 1])));
        return new Coordinate(at[i - 1].x + u * (at[i].x - at[i - 1].x), at[i - 1].y + u * (at[i].y - at[i - 1].y));
    }

    /** The corners between two distances, their ends included. */
    Coordinate[] between(Stretch stretch) {
        List<Coordinate> corners = new ArrayList<>(List.of(point(stretch.from())));
        for (int i = 0; i < at.length; i++) {
            if (along[i] > stretch.from() && along[i] < stretch.to()) {
                corners.add(at[i]);
            }
        }
        corners.add(point(stretch.to()));
        return corners.toArray(Coordinate[]::new);
    }

    /** The whole part in stretches of one answer each; where the answer changes is found by halving. */
    List<Run> runs(ToIntFunction<Double> question) {
        List<Run> runs = new ArrayList<>();
        double begun = 0;
        double s = 0;
        int answer = question.applyAsInt(0.0);
        int steps = Math.max(4, (int) Math.ceil(lengthM() / STEP_M));
        for (int i = 1; i <= steps; i++) {
            double next = lengthM() * i / steps;
            int then = question.applyAsInt(next);
            if (then != answer) {
                double change = change(question, s, next, answer);
                runs.add(new Run(new Stretch(begun, change), answer));
                begun = change;
                answer = then;
            }
            s = next;
        }
        runs.add(new Run(new Stretch(begun, lengthM()), answer));
        return runs;
    }

    private static double change(ToIntFunction<Double> question, double low, double high, int atLow) {
        double from = low;
        double to = high;
        while (to - from > EXACT_M) {
            double middle = (from + to) / 2;
            if (question.applyAsInt(middle) == atLow) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return (from + to) / 2;
    }
}
