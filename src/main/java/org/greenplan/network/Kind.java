package org.greenplan.network;

/** What something is to the water network. */
public enum Kind {
    /** A natural course; water runs as it was digitised. */
    RIVER,
    /** A channel, pipe, culvert, pumped main or spillway; water runs as it was digitised. */
    LINK,
    LAKE,
    /** A source, a pump, a sluice, a weir, or a place where waters meet. */
    STRUCTURE,
    /** A drain; no part of the network, but told where it leads sewage into water. */
    DRAIN,
    /** Land on which nothing new may be built; no part of the network. */
    FARMLAND;

    boolean isLine() {
        return this == RIVER || this == LINK;
    }
}
