package org.greenplan.store;

import java.util.List;
import org.greenplan.sql.Session;
import org.greenplan.sql.Table;

/**
 * A part of a plan: tables that one room of the program owns, with the version of the tables and of the method behind the figures in
 * them. A plan keeps both numbers of every part it has ({@link PlanParts}): what is older is brought up, what is newer is only looked at.
 *
 * @param name in the plan's table of parts, never changed
 * @param current what this program writes
 * @param tables as this program has them; none where nothing is stored, and then there are no versions to be kept either
 * @param steps what turns an older plan's tables into newer ones, in order
 */
public record Part(String name, Version current, List<Table> tables, List<Step> steps) {
    /** What the names of a part's tables begin with, so that statements can name them alone and no layer has theirs. */
    private static final String PREFIX = "greenplan_";

    /** Fails where a table has not the name of one of ours. */
    public Part {
        tables = List.copyOf(tables);
        steps = List.copyOf(steps);
        for (Table table : tables) {
            if (!table.name().startsWith(PREFIX)) {
                throw new IllegalArgumentException(table.name() + " does not begin with " + PREFIX);
            }
        }
    }

    /** What stores nothing. */
    public static Part withoutTables(String name) {
        return new Part(name, Version.FIRST, List.of(), List.of());
    }

    boolean isStored() {
        return !tables.isEmpty();
    }

    /** Versions of a part's tables and of its method. */
    public record Version(int schema, int method) {
        /** What program 0.1.0 wrote, which noted no versions. */
        public static final Version FIRST = new Version(1, 1);

        boolean isNewerThan(Version other) {
            return schema > other.schema || method > other.method;
        }
    }

    /** Brings the tables of a part from version {@code from} to the next one, inside the transaction of the migration. */
    public record Step(int from, Work work) {
        /** What a step does; columns that the new version only adds empty need no step, for tables grow by themselves. */
        public interface Work {
            void in(Session session, List<Table> tables);
        }
    }
}
