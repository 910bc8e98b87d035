package org.greenplan.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.greenplan.plan.PlanDesk;
import org.greenplan.plan.PlanRecords;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Which plan a page means. It is the same whenever and by whichever program the plan is opened, and another for a copy beside it, so that
 * nothing that somebody saved on one plan is written into another that was opened meanwhile.
 */
public record PlanKey(String text) {
    /** In which header a page says which plan it means. */
    public static final String HEADER = "Greenplan-Plan";

    private static final int DIGITS = 24;

    /** The key of an open plan: of its own number, and of its name among those beside it. */
    public static PlanKey of(PlanDesk desk) {
        String number = desk.database().read(session -> PlanRecords.number(session));
        String name = number + "\n" + desk.database().name();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return new PlanKey(HexFormat.of().formatHex(digest).substring(0, DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether somebody means another plan than this; who names none takes the one that is open. */
    public boolean isNot(@Nullable String named) {
        return named != null && !named.isBlank() && !named.equals(text);
    }

    /** Refuses what somebody means for another plan. */
    public void requireMeant(@Nullable String named) {
        if (isNot(named)) {
            throw replaced();
        }
    }

    /** Why nothing was done: another plan has been opened in the meantime. */
    public static Problem replaced() {
        return new Problem.Conflict(
                Words.of(
                        "这里已打开另一个规划，没有写入任何内容。您的绘图会为原来的规划保留，切换回去后继续。",
                        "Another plan is open here now; nothing was written. What you have drawn is kept for the plan it was meant"
                                + " for: open that again to go on."),
                null,
                Map.of("otherPlan", true));
    }
}
