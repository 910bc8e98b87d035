package org.greenplan.sweep;

import java.util.Arrays;
import java.util.Objects;
import org.greenplan.crs.EllipsoidArea;
import org.greenplan.crs.GaussKruger;
import org.jspecify.annotations.Nullable;

/** Sweeps the cells of a strip from west to east and tallies what each plot counts in each zone; one strip after the other. */
final class StripSweep {
    private final SweepPlan plan;
    private final GaussKruger projection;
    /** From the plane's own ellipsoid, which may be raised, to that of the areas. */
    private final double shrinking;

    private final StripCells cells = new StripCells();
    private final CellEdges edges = new CellEdges();
    private int[] polygons = new int[0];
    private Tally tally = new Tally(0);
    private int[] local = new int[0];
    private int[] stamp = new int[0];
    private int cellStamp;
    private int[] members = new int[64];
    private int memberCount;
    private int[] corner = new int[16];
    private int cornerCount;
    private long[] tracked = new long[4];
    private final @Nullable PairSums taken;

    StripSweep(SweepPlan plan, GaussKruger projection) {
        this.plan = plan;
        this.projection = projection;
        this.shrinking = EllipsoidArea.shrinking(projection);
        this.taken = plan.subjects == null ? null : new PairSums();
    }

    Tally tally(int strip) {
        polygons = plan.polygons(strip);
        tally = new Tally(polygons.length * 2);
        cornerCount = 0;
        if (local.length < polygons.length) {
            local = new int[polygons.length * 2];
            stamp = new int[polygons.length * 2];
        }
        if (polygons.length > 0 && polygons[0] < plan.plotsEnd && cells.load(plan, polygons, strip)) {
            var excess = new ScaleExcess(cells.originEastM, plan.borders[strip], cells.heightM, projection);
            run(new CellSweep(excess, taken));
        }
        return tally;
    }

    private void run(CellSweep sweep) {
        for (int cell = 0; cell < cells.cells(); cell++) {
            gather(cell);
            if (memberCount > 0 && polygons[members[0]] < plan.plotsEnd && (plan.subjects == null || track())) {
                sweep.left().reset(before(plan.plotsEnd), before(plan.baselineEnd), before(plan.zonesEnd), memberCount);
                sweep.left().track(before(plan.addingEnd), tracked);
                for (int i = 0; i < cornerCount; i++) {
                    sweep.left().toggle(local[corner[i]]);
                }
                edges.load(cells.pieces, cells.events, cell, local, cells.heightM);
                sweep.run(edges, cells.borders.rung[cell], cells.borders.rung[cell + 1]);
                if (taken == null) {
                    collect(sweep);
                } else {
                    collect(taken);
                }
            }
            for (int r = cells.rising.start[cell]; r < cells.rising.start[cell + 1]; r++) {
                toggleCorner(cells.rising.polygon[cells.rising.order[r]]);
            }
        }
    }

    /** The polygons that matter in a cell, in the plan's order, numbered from 0. */
    private void gather(int cell) {
        memberCount = 0;
        cellStamp++;
        for (int i = 0; i < cornerCount; i++) {
            member(corner[i]);
        }
        for (int r = cells.pieces.start[cell]; r < cells.pieces.start[cell + 1]; r++) {
            member(cells.pieces.polygon[cells.pieces.order[r]]);
        }
        for (int r = cells.events.start[cell]; r < cells.events.start[cell + 1]; r++) {
            member(cells.events.polygon[cells.events.order[r]]);
        }
        Arrays.sort(members, 0, memberCount);
        for (int i = 0; i < memberCount; i++) {
            local[members[i]] = i;
        }
    }

    private void member(int polygon) {
        if (stamp[polygon] == cellStamp) {
            return;
        }
        stamp[polygon] = cellStamp;
        if (memberCount == members.length) {
            members = Arrays.copyOf(members, memberCount * 2);
        }
        members[memberCount++] = polygon;
    }

    /** How many members of the cell stand before a place of the plan's order. */
    private int before(int place) {
        int count = 0;
        while (count < memberCount && polygons[members[count]] < place) {
            count++;
        }
        return count;
    }

    private void collect(CellSweep sweep) {
        int plots = before(plan.plotsEnd);
        int firstZone = before(plan.baselineEnd);
        int zones = before(plan.zonesEnd) - firstZone;
        for (int plot = 0; plot < plots; plot++) {
            for (int zone = 0; zone <= zones; zone++) {
                int owner = plot * (zones + 1) + zone;
                if (sweep.planeM2(owner) != 0) {
                    int zoneNumber = zone == 0 ? 0 : polygons[members[firstZone + zone - 1]] - plan.baselineEnd + 1;
                    tally.add(
                            polygons[members[plot]],
                            zoneNumber,
                            sweep.planeM2(owner),
                            sweep.ellipsoidM2(owner) * shrinking);
                }
            }
        }
    }

    /** Marks the members whose taken parts are asked for; false if there are none in the cell. */
    private boolean track() {
        boolean[] subjects = Objects.requireNonNull(plan.subjects);
        int words = (memberCount + 63) >> 6;
        if (tracked.length < words) {
            tracked = new long[words * 2];
        }
        Arrays.fill(tracked, 0, words, 0);
        boolean any = false;
        for (int i = 0; i < memberCount && polygons[members[i]] < plan.plotsEnd; i++) {
            if (subjects[polygons[members[i]]]) {
                tracked[i >> 6] |= 1L << i;
                any = true;
            }
        }
        return any;
    }

    /** The parts that were taken; in place of a zone stands who has them. */
    private void collect(PairSums parts) {
        parts.each((plot, taker, planeM2, excessM2) -> tally.add(
                polygons[members[plot]],
                taker < Cover.FIRST_PLOT ? taker : polygons[members[taker - Cover.FIRST_PLOT]] + Cover.FIRST_PLOT,
                planeM2,
                (planeM2 - excessM2) * shrinking));
        parts.clear();
    }

    private void toggleCorner(int polygon) {
        for (int i = 0; i < cornerCount; i++) {
            if (corner[i] == polygon) {
                corner[i] = corner[--cornerCount];
                return;
            }
        }
        if (cornerCount == corner.length) {
            corner = Arrays.copyOf(corner, cornerCount * 2);
        }
        corner[cornerCount++] = polygon;
    }
}
