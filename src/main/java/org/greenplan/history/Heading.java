package org.greenplan.history;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands over a changeset in history: who and why.
 *
 * @param undoes number of the changeset that this one takes back, or null
 * @param request id that the client gave the changeset, so that its second arrival is known, or null
 */
public record Heading(String author, String comment, Origin origin, @Nullable Long undoes, @Nullable String request) {
    /** Names under which what no person did stands in history. */
    static final String PROGRAM = "greenplan";

    static final String OUTSIDE = "outside";

    /** What nobody sees: blanks, controls, marks upon letters, letters that are left blank, and what has no sign at all. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Z}\\s\\p{C}\\p{M}\\u115F\\u1160\\u2800\\u3164\\uFFA0]+");

    /** Whether a name means this program or other programs: spelled wide, with capitals or with signs that nobody sees, too. */
    public static boolean meansNoPerson(String author) {
        String plain = UNSEEN.matcher(Normalizer.normalize(author, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return plain.equals(PROGRAM) || plain.equals(OUTSIDE);
    }

    public static Heading person(String author, String comment) {
        return new Heading(author, comment, Origin.PERSON, null, null);
    }

    public static Heading program(String comment) {
        return new Heading(PROGRAM, comment, Origin.PROGRAM, null, null);
    }

    public static Heading outside(String comment) {
        return new Heading(OUTSIDE, comment, Origin.OUTSIDE, null, null);
    }

    /** The same with the id that the client gave the changeset. */
    public Heading asked(@Nullable String request) {
        return new Heading(author, comment, origin, undoes, request);
    }

    /** The same for another reason. */
    public Heading because(String why) {
        return new Heading(author, why, origin, undoes, request);
    }

    /** The same over a changeset that takes another back. */
    public Heading undoing(long number) {
        return new Heading(author, comment, origin, number, request);
    }
}
