package org.greenplan.supply;

import java.util.Optional;
import java.util.stream.Stream;
import org.greenplan.water.Stage;

/** From when on something is there, by its status. */
public final class Stages {
    private Stages() {}

    /** What is built or being built is there today, and so is what has no status; what is only wanted comes last. */
    public static Stage of(String status) {
        return switch (status) {
            case "completed", "under_construction", "" -> Stage.TODAY;
            case "approved" -> Stage.APPROVED;
            default -> Stage.PROPOSED;
        };
    }

    /** A state of the works as it is written outside: what is there today, with what is approved, with all works. */
    public static String code(Stage state) {
        return switch (state) {
            case TODAY -> "today";
            case APPROVED -> "approved";
            case PROPOSED -> "all";
        };
    }

    /** The state that is written so. */
    public static Optional<Stage> find(String code) {
        return Stream.of(Stage.values())
                .filter(state -> code(state).equals(code))
                .findFirst();
    }
}
