package org.greenplan.follow;

import java.util.Set;
import org.greenplan.catalogue.Role;

/** How much of what a follower keeps a change can touch. */
public sealed interface Scope {
    /** Nothing of it. */
    record Nothing() implements Scope {}

    /**
     * What depends on features near the old and the new shapes.
     *
     * @param reachM how far beside the shapes a feature may lie and still matter, metres
     * @param roles the roles of the features that matter
     */
    record Near(double reachM, Set<Role> roles) implements Scope {
        public Near {
            roles = Set.copyOf(roles);
        }
    }

    /** All of it. */
    record All() implements Scope {}
}
