package org.greenplan.ledger;

import java.util.Comparator;

/**
 * Who may count a square metre first: the more advanced status, then the layer's order, then the older plot (numbers grow
 * with creation).
 */
public record Precedence(int statusRank, int layerOrder, long id) implements Comparable<Precedence> {
    private static final Comparator<Precedence> ORDER = Comparator.comparingInt(Precedence::statusRank)
            .thenComparingInt(Precedence::layerOrder)
            .thenComparingLong(Precedence::id);

    @Override
    public int compareTo(Precedence other) {
        return ORDER.compare(this, other);
    }
}
