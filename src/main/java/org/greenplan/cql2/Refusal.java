package org.greenplan.cql2;

import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** Why a filter cannot be taken, in both languages; always with what to write instead. */
public final class Refusal {
    /** The parameter at fault. */
    static final String FIELD = "filter";

    /** What a planner quoted may be long: a few words of it say enough. */
    private static final int QUOTED = 60;

    private Refusal() {}

    /** A fault of the filter, in a sentence for each language. */
    public static Problem.BadRequest of(String zh, String en) {
        return new Problem.BadRequest(Words.of("筛选条件：" + zh, "Filter: " + en), FIELD);
    }

    /** A fault of writing: the place (characters counted from 1), what stands there, what could stand there. */
    static Problem.BadRequest at(int place, String found, Words expected) {
        String shown = quoted(found);
        return of(
                "第 " + place + " 个字符处是" + (found.isEmpty() ? "结尾" : "“" + shown + "”") + "，此处应为" + expected.zh() + "。",
                "at character " + place + " there is " + (found.isEmpty() ? "the end" : "\"" + shown + "\"")
                        + "; expected " + expected.en() + ".");
    }

    static Problem.TooLarge tooLarge(String zh, String en) {
        return new Problem.TooLarge(Words.of("筛选条件：" + zh, "Filter: " + en));
    }

    static Problem.BadRequest tooDeep(int depth) {
        return of(
                "嵌套超过 " + depth + " 层。请减少括号或 NOT，把条件写成并列的 AND、OR。",
                "it is nested deeper than " + depth + " levels. Use fewer parentheses; write the parts side by side.");
    }

    /** The first sixty characters of what somebody wrote. */
    public static String quoted(String text) {
        return text.codePointCount(0, text.length()) <= QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, QUOTED)) + "…";
    }
}
