package org.greenplan.ledger;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.greenplan.catalogue.LayerType;
import org.jspecify.annotations.Nullable;

/** Walks through the lines of the ledger layer by layer, a portion in memory at a time, however large the plan. */
final class LedgerLines implements Iterator<LedgerStore.Row> {
    private static final int PORTION = 1000;

    private final LedgerStore store;
    private final boolean withShares;
    private final Iterator<LayerType> layers;
    private Iterator<LedgerStore.Row> portion = Collections.emptyIterator();
    /** The layer that may have more, or null before the first and after each layer's end. */
    private @Nullable LayerType layer;

    private long last;

    LedgerLines(LedgerStore store, boolean withShares) {
        this.store = store;
        this.withShares = withShares;
        this.layers = store.session().catalogue().layers().stream()
                .filter(l -> l.addsGreen())
                .iterator();
    }

    @Override
    public boolean hasNext() {
        while (!portion.hasNext()) {
            if (layer == null) {
                if (!layers.hasNext()) {
                    return false;
                }
                layer = layers.next();
                last = Long.MIN_VALUE;
            }
            List<LedgerStore.Row> rows = store.portion(layer, last, PORTION, withShares);
            portion = rows.iterator();
            if (rows.size() < PORTION) {
                layer = null;
            } else {
                last = rows.get(rows.size() - 1).ref().id();
            }
        }
        return true;
    }

    @Override
    public LedgerStore.Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return portion.next();
    }
}
