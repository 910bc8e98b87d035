package org.greenplan.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What noding costs: an overlay rounds the nodes it makes, so that parts that were cut one after the other do not sum to the whole in
 * the last digits. Here such rests are told from land.
 */
final class Rounding {
    /** An overlay that takes less than a square centimetre from a plot has only rounded its corners. */
    private static final long SNAP_MM2 = 100;

    /** Less than a tenth of a square decimetre, or a millimetre, in a zone is a splinter of cutting. */
    private static final long SPLINTER = 1000;

    private Rounding() {}

    /** The net areas of a plot, which are its gross areas where nothing was taken but rounding. */
    static Areas snapped(Areas net, Areas gross) {
        Areas lost = gross.minus(net);
        return Math.abs(lost.planeMm2()) < SNAP_MM2 && Math.abs(lost.ellipsoidMm2()) < SNAP_MM2 ? gross : net;
    }

    /**
     * The shares without splinters, closed in the largest part, so that they sum to the whole to the last digit. Only rounding is
     * closed: a share that is missing stays missing, to be seen.
     */
    static List<Share> closed(List<Share> shares, Areas net, double lengthM) {
        List<Share> land = new ArrayList<>(shares);
        land.removeIf(s -> s.net().planeMm2() < SPLINTER && Millionths.of(s.lengthM()) < SPLINTER);
        if (land.isEmpty()) {
            if (shares.isEmpty()) {
                return List.of();
            }
            land.add(shares.get(0));
        }
        Areas gap = net.minus(land.stream().map(Share::net).reduce(Areas.ZERO, Areas::plus));
        long length = Millionths.of(lengthM)
                - land.stream().mapToLong(s -> Millionths.of(s.lengthM())).sum();
        if (isRounding(gap.planeMm2(), net.planeMm2(), shares.size())
                && isRounding(gap.ellipsoidMm2(), net.planeMm2(), shares.size())) {
            int at = largest(land, Comparator.comparingLong(s -> s.net().planeMm2()));
            Share share = land.get(at);
            land.set(at, new Share(share.zone(), share.net().plus(gap), share.lengthM()));
        }
        if (isRounding(length, Millionths.of(lengthM), shares.size())) {
            int at = largest(land, Comparator.comparingDouble(Share::lengthM));
            Share share = land.get(at);
            long closed = Millionths.of(share.lengthM()) + length;
            land.set(at, new Share(share.zone(), share.net(), Millionths.value(closed)));
        }
        return List.copyOf(land);
    }

    private static boolean isRounding(long gap, long whole, int parts) {
        return Math.abs(gap) <= SPLINTER * parts + whole / 1_000_000_000;
    }

    private static int largest(List<Share> shares, Comparator<Share> by) {
        int largest = 0;
        for (int i = 1; i < shares.size(); i++) {
            if (by.compare(shares.get(i), shares.get(largest)) > 0) {
                largest = i;
            }
        }
        return largest;
    }
}
