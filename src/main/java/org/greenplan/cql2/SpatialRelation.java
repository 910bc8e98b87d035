package org.greenplan.cql2;

/** How two shapes lie to each other (OGC 06-103r4, 6.1.15). */
public enum SpatialRelation {
    INTERSECTS("ST_Intersects"),
    WITHIN("ST_Within"),
    CONTAINS("ST_Contains"),
    DISJOINT("ST_Disjoint"),
    EQUALS("ST_Equals"),
    TOUCHES("ST_Touches"),
    CROSSES("ST_Crosses"),
    OVERLAPS("ST_Overlaps");

    private final String function;

    SpatialRelation(String function) {
        this.function = function;
    }

    /** The function of this name, which both stores have. */
    public String function() {
        return function;
    }

    /** The same statement with the two shapes in the other order. */
    public SpatialRelation turned() {
        return switch (this) {
            case WITHIN -> CONTAINS;
            case CONTAINS -> WITHIN;
            default -> this;
        };
    }
}
