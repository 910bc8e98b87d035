package org.greenplan.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an attribute means to the program, whatever a catalogue calls it. */
public enum AttributeRole {
    /** What people call it: on the map, in lists, in search. */
    NAME,
    /** The number that people's own lists and drawings know it by. */
    CODE,
    /** How far a plot is; its code list orders the precedence. */
    STATUS,
    /** Whether a plot adds green or improves what is there. */
    EFFECT,
    /** What kind of green it is. */
    CLASS,
    /** The year of the programme it belongs to. */
    YEAR,
    /** Who sees to it: the office, and the person there. */
    OFFICE,
    PERSON,
    /** The days on which work is to begin and to be done. */
    START,
    FINISH,
    /** That the shape is made up, and says so on the map. */
    ILLUSTRATIVE;

    /** The role as the catalogue and the page spell it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Catalogues that name no roles call such attributes by these words. */
    public static Optional<AttributeRole> named(String name) {
        return Stream.of(values()).filter(role -> role.spelled().equals(name)).findFirst();
    }
}
