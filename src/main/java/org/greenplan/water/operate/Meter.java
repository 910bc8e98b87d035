package org.greenplan.water.operate;

import org.greenplan.water.flow.NetworkSimplex;

/**
 * Two arcs side by side that measure one flow: the first leads what is wanted of it, the second what may come on top. The floor is
 * what earlier levels have been promised.
 */
final class Meter {
    final int first;
    final int second;
    private double floor;
    private double most;

    Meter(int first, int second) {
        this.first = first;
        this.second = second;
    }

    /** A new month: what it must and may lead, whatever anybody wants. */
    void begin(NetworkSimplex simplex, double least, double highest) {
        floor = least;
        most = highest;
        simplex.split(first, second, 0, floor, most);
    }

    /** So much is wanted of it. */
    void want(NetworkSimplex simplex, double wanted) {
        simplex.split(first, second, Math.min(wanted, most), floor, most);
    }

    /** So much is promised from now on. */
    void promise(NetworkSimplex simplex, double amount) {
        floor = Math.max(floor, Math.min(amount, most));
        simplex.split(first, second, floor, floor, most);
    }

    /** No more than this from now on. */
    void limit(NetworkSimplex simplex, double highest) {
        most = Math.max(floor, highest);
        simplex.split(first, second, floor, floor, most);
    }

    double most() {
        return most;
    }

    double floor() {
        return floor;
    }

    double flow(NetworkSimplex simplex) {
        return simplex.flow(first) + simplex.flow(second);
    }
}
