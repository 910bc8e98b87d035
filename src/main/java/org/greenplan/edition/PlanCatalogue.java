package org.greenplan.edition;

import org.greenplan.catalogue.Catalogue;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * A plan's own catalogue as this program has it in hand. Each transaction asks whether it still is the plan's: another program may have
 * added to it since, and what is in a layer that one does not know would be counted by the one and not by the other.
 */
public final class PlanCatalogue {
    private volatile State state;

    /** @param edition of the plan; null as long as nobody has looked into it */
    private record State(Catalogue catalogue, @Nullable String edition) {}

    /** @param given what a plan is described by that keeps no catalogue */
    public PlanCatalogue(Catalogue given) {
        this.state = new State(given, null);
    }

    public Catalogue get() {
        return state.catalogue();
    }

    /** The catalogue as a transaction sees it. */
    public Catalogue in(Session session) {
        State known = state;
        return known.edition() == null ? known.catalogue() : newest(session, known);
    }

    /** From now on the plan's own is the one; a plan that keeps none goes on with the one given. */
    public void look(Session session) {
        if (new CatalogueStore(session).hasPlace()) {
            newest(session, state);
        }
    }

    private Catalogue newest(Session session, State known) {
        var store = new CatalogueStore(session);
        String edition = store.edition().orElse(null);
        if (edition == null || edition.equals(known.edition())) {
            return known.catalogue();
        }
        boolean same = known.edition() == null
                && (store.isBundled(known.catalogue()) || edition.equals(CatalogueText.edition(known.catalogue())));
        State now = new State(same ? known.catalogue() : store.get(), edition);
        state = now;
        return now.catalogue();
    }
}
