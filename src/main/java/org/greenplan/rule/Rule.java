package org.greenplan.rule;

import java.time.LocalDate;
import java.util.List;
import org.greenplan.cql2.Filter;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a file of {@code data/rules} has it: what it says, where that stands, since when, whom it binds, and how it is tested.
 *
 * @param code what it goes by; several editions of one rule share it
 * @param title a few words, such as for a list
 * @param text what it asks for, as a sentence
 * @param source the document in which it stands
 * @param from the first day on which it holds
 * @param to the last day on which it holds, or null
 * @param layers the layers whose features it binds; empty means every layer that adds green
 * @param scope which of their features it binds; null binds all
 */
public record Rule(
        String code,
        Words title,
        Words text,
        Words source,
        String edition,
        LocalDate from,
        @Nullable LocalDate to,
        Acts acts,
        Mark mark,
        Severity severity,
        List<String> layers,
        @Nullable Filter scope,
        RuleTest test) {
    public Rule {
        layers = List.copyOf(layers);
    }

    /** Whether it holds on a day. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether it says where nothing may lie, whatever is planned there. */
    public boolean isOfGround() {
        return test instanceof RuleTest.Overlap || test instanceof RuleTest.Beyond;
    }

    /** Whether a plot obeys once what offends has been cut out of it. */
    public boolean canBeCutOut() {
        return isOfGround() || test instanceof RuleTest.Within;
    }

    /** Which acts it judges. */
    public enum Acts {
        /** Those that were decided while it held: a plot is judged by the edition of its own day. */
        NEW,
        /** Those of before as well: a plot is judged by the edition of the plan's last day. */
        ALL
    }

    /** How sure it is that the rule stands so in its source. */
    public enum Mark {
        VERIFIED,
        /** A working value of the profession, to be set for a district; no quotation. */
        GENERAL_KNOWLEDGE
    }

    /** What a hit means, the hardest first. */
    public enum Severity {
        /** No plot may lie so. */
        BLOCK,
        /** Somebody has to agree, or something has to be done first. */
        APPROVAL,
        WARN,
        NOTE
    }
}
