package org.greenplan.page;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.greenplan.history.Milestones;
import org.greenplan.sql.Wanted;
import org.jspecify.annotations.Nullable;

/** The checks that are being made, one for each page at most: a page's newer check ends its older one, which nobody waits for any more. */
final class RunningChecks {
    private final ConcurrentMap<String, Running> byPage = new ConcurrentHashMap<>();

    private record Running(long number, Wanted wanted) {}

    /**
     * Makes a check, whose milestones and statements end when it is called off.
     *
     * @param page id of the page, or null where it gave none: then nothing ends the check
     * @param number grows with each check of a page
     */
    <T> T of(@Nullable String page, long number, Function<Milestones, T> check) {
        if (page == null) {
            return check.apply(Milestones.UNWATCHED);
        }
        Running mine = new Running(number, new Wanted());
        byPage.merge(page, mine, RunningChecks::newer);
        try {
            Wanted wanted = mine.wanted();
            return wanted.during(() -> check.apply((phase, done, total) -> wanted.require()));
        } finally {
            byPage.remove(page, mine);
        }
    }

    /** Requests may overtake each other: the number decides, not the arrival. */
    private static Running newer(Running known, Running young) {
        boolean inOrder = known.number() <= young.number();
        (inOrder ? known : young).wanted().callOff();
        return inOrder ? young : known;
    }
}
