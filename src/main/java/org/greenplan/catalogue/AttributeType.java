package org.greenplan.catalogue;

/** What an attribute holds. In Java: String, Long, Double, Boolean, LocalDate, ListValue (of records only); null where not set. */
public enum AttributeType {
    TEXT,
    INTEGER,
    REAL,
    BOOLEAN,
    DATE,
    LIST
}
