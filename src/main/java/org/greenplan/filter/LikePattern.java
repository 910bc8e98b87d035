package org.greenplan.filter;

import org.greenplan.cql2.Refusal;
import org.greenplan.cql2.Value;

/** Patterns of LIKE: what both stores take for one. */
final class LikePattern {
    private LikePattern() {}

    /** Text in quotes, perhaps without capitals or accents, that no lone backslash ends. */
    static void require(Value pattern) {
        if (pattern instanceof Value.CaseI folded) {
            require(folded.text());
        } else if (pattern instanceof Value.AccentI plain) {
            require(plain.text());
        } else if (!(pattern instanceof Value.Text text)) {
            throw Refusal.of("LIKE 的模式应为单引号内的文字。", "the pattern of LIKE is text in single quotes.");
        } else if (endsInEscape(text.text())) {
            throw Refusal.of(
                    "LIKE 的模式不能以单个反斜杠结尾；要找反斜杠请写两个。",
                    "a LIKE pattern cannot end with a single backslash; write two to look for one.");
        }
    }

    /** The last backslash has nothing after it whose meaning it could take. */
    private static boolean endsInEscape(String pattern) {
        int backslashes = 0;
        while (backslashes < pattern.length() && pattern.charAt(pattern.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
