package org.greenplan.sweep;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.count.Areas;
import org.greenplan.count.PlotShape;
import org.greenplan.count.Share;
import org.greenplan.count.Taken;
import org.greenplan.count.Zone;
import org.greenplan.count.ZoneKey;

/** The tallies of all strips brought together by plot: what a plot counts in each zone, added up in the order of the strips. */
final class TallySheet {
    /** Below this a figure is rounding, not land, square metres. */
    private static final double ROUNDING_M2 = 5e-7;

    /** Lines of plot p stand from {@code start[p]} to {@code start[p + 1]}. */
    private final int[] start;

    private final int[] zone;
    private final double[] planeM2;
    private final double[] ellipsoidM2;
    private final List<Zone> zones;

    TallySheet(int plots, List<Zone> zones, List<Tally> tallies) {
        this.zones = zones;
        start = new int[plots + 2];
        for (Tally tally : tallies) {
            for (int i = 0; i < tally.size; i++) {
                start[tally.plot[i] + 2]++;
            }
        }
        for (int p = 2; p < start.length; p++) {
            start[p] += start[p - 1];
        }
        int lines = start[plots + 1];
        zone = new int[lines];
        planeM2 = new double[lines];
        ellipsoidM2 = new double[lines];
        for (Tally tally : tallies) {
            for (int i = 0; i < tally.size; i++) {
                int line = start[tally.plot[i] + 1]++;
                zone[line] = tally.zone[i];
                planeM2[line] = tally.planeM2[i];
                ellipsoidM2[line] = tally.ellipsoidM2[i];
            }
        }
    }

    /** The shares of a plot by zone, the land outside all zones first; none where the plot adds nothing. Lengths are 0. */
    List<Share> of(int plot) {
        int first = start[plot];
        int end = first;
        for (int line = first; line < start[plot + 1]; line++) {
            end = merge(line, first, end);
        }
        List<Share> shares = new ArrayList<>(end - first);
        for (int line = first; line < end; line++) {
            if (planeM2[line] > ROUNDING_M2) {
                ZoneKey key = zone[line] == 0
                        ? ZoneKey.NONE
                        : zones.get(zone[line] - 1).key();
                shares.add(new Share(key, Areas.of(planeM2[line], ellipsoidM2[line]), 0));
            }
        }
        return List.copyOf(shares);
    }

    /** What is taken of a plot, by who has it, where the tallies hold that in place of zones. */
    List<Taken> taken(int plot, List<PlotShape> plots) {
        int first = start[plot];
        int end = first;
        for (int line = first; line < start[plot + 1]; line++) {
            end = merge(line, first, end);
        }
        List<Taken> parts = new ArrayList<>(end - first);
        for (int line = first; line < end; line++) {
            if (planeM2[line] > ROUNDING_M2) {
                Areas area = Areas.of(planeM2[line], ellipsoidM2[line]);
                parts.add(
                        switch (zone[line]) {
                            case Cover.OUTSIDE -> new Taken(Taken.Why.OUTSIDE, null, area);
                            case Cover.GREEN -> new Taken(Taken.Why.GREEN, null, area);
                            case Cover.UPGRADE -> new Taken(Taken.Why.UPGRADE, null, area);
                            default ->
                                new Taken(
                                        Taken.Why.PLOT,
                                        plots.get(zone[line] - Cover.FIRST_PLOT).key(),
                                        area);
                        });
            }
        }
        return List.copyOf(parts);
    }

    /** Adds a line to the merged ones, which stand sorted by zone before it; answers where those end now. */
    private int merge(int line, int first, int end) {
        int at = end;
        while (at > first && zone[at - 1] > zone[line]) {
            at--;
        }
        if (at > first && zone[at - 1] == zone[line]) {
            planeM2[at - 1] += planeM2[line];
            ellipsoidM2[at - 1] += ellipsoidM2[line];
            return end;
        }
        int ofZone = zone[line];
        double plane = planeM2[line];
        double ellipsoid = ellipsoidM2[line];
        System.arraycopy(zone, at, zone, at + 1, end - at);
        System.arraycopy(planeM2, at, planeM2, at + 1, end - at);
        System.arraycopy(ellipsoidM2, at, ellipsoidM2, at + 1, end - at);
        zone[at] = ofZone;
        planeM2[at] = plane;
        ellipsoidM2[at] = ellipsoid;
        return end + 1;
    }
}
