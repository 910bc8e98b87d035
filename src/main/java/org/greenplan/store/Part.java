package org.greenplan.store;

import java.util.List;
import org.greenplan.sql.Session;

/**
 * A part of a plan that this program knows, with the version of its tables and of the method behind its stored figures. A plan keeps
 * both numbers of every part it has ({@link PlanParts}): what is older is brought up, what is newer is only looked at.
 */
public enum Part {
    /** Features, history and what belongs to them. */
    PLAN("plan", 2, 1),
    /** The stored net areas and lengths; its method is how they are counted. */
    LEDGER("ledger", 2, 2);

    private final String code;
    private final int schema;
    private final int method;

    Part(String code, int schema, int method) {
        this.code = code;
        this.schema = schema;
        this.method = method;
    }

    /** Versions of a part's tables and of its method. */
    public record Version(int schema, int method) {
        /** What program 0.1.0 wrote, which noted no versions. */
        static final Version FIRST = new Version(1, 1);

        boolean isNewerThan(Version other) {
            return schema > other.schema || method > other.method;
        }
    }

    /** The name in the table of parts. */
    public String code() {
        return code;
    }

    /** What this program writes. */
    public Version current() {
        return new Version(schema, method);
    }

    /**
     * What turns an older plan's tables into newer ones, in the order in which it is run; each step from one version of a part to the
     * next, inside the transaction of the migration.
     */
    static List<Step> steps() {
        return List.of(new Step(PLAN, 1, OriginsAndStamps::add), new Step(LEDGER, 1, WholeNumbers::convert));
    }

    /** Brings the tables of a part from version {@code from} to the next one. */
    record Step(Part part, int from, Work work) {
        /** What a step does; columns that the new version only adds empty need no step, for tables grow by themselves. */
        interface Work {
            void in(Session session) throws java.sql.SQLException;
        }
    }
}
