package org.greenplan.chapter;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.greenplan.problem.Words;
import org.greenplan.verdicts.Standing;
import org.greenplan.water.Stage;
import org.greenplan.water.operate.LakeMonth;
import org.greenplan.water.operate.Served;

/** What the chapter calls things, in the reader's language. */
record WaterWords(Locale language) {
    /**
     * A part of a lake's month.
     *
     * @param year what it is called over a year
     * @param span what a year makes of its months
     */
    record Part(Words title, Words year, Span span, ToDoubleFunction<LakeMonth> m3) {
        double yearM3(List<LakeMonth> months) {
            return switch (span) {
                case FIRST -> months.isEmpty() ? 0 : m3.applyAsDouble(months.get(0));
                case LAST -> months.isEmpty() ? 0 : m3.applyAsDouble(months.get(months.size() - 1));
                case SUM -> months.stream().mapToDouble(m3).sum();
            };
        }
    }

    /** What stands in a lake is that of one month, what runs is added up. */
    enum Span {
        FIRST,
        SUM,
        LAST
    }

    /** What comes, what goes and what stays, in the order of a balance. */
    static final List<Part> PARTS = List.of(
            new Part(Words.of("月初蓄水", "Before"), Words.of("年初蓄水", "Before"), Span.FIRST, LakeMonth::beforeM3),
            flow(Words.of("连通来水", "Links in"), LakeMonth::linksInM3),
            flow(Words.of("水源", "Sources"), LakeMonth::sourcesM3),
            flow(Words.of("天然来水", "By itself"), LakeMonth::naturalM3),
            flow(Words.of("降雨减蒸发渗漏", "Rain less losses"), LakeMonth::skyM3),
            flow(Words.of("溢流来水", "Spilled in"), LakeMonth::spilledInM3),
            flow(Words.of("连通出水", "Links out"), LakeMonth::linksOutM3),
            flow(Words.of("取用", "Uses"), LakeMonth::usesM3),
            flow(Words.of("溢流", "Spilled"), LakeMonth::spilledM3),
            new Part(Words.of("月末蓄水", "After"), Words.of("年末蓄水", "After"), Span.LAST, LakeMonth::afterM3));

    private static Part flow(Words title, ToDoubleFunction<LakeMonth> m3) {
        return new Part(title, title, Span.SUM, m3);
    }

    /** Pairs of a Chinese and an English head. */
    List<String> heads(String... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(i -> say(pairs[2 * i], pairs[2 * i + 1]))
                .toList();
    }

    String say(String zh, String en) {
        return say(Words.of(zh, en));
    }

    String say(Words words) {
        return words.in(language);
    }

    /** Whole per cents that never say more than was served: 100 only where nothing failed. */
    static int percent(double share) {
        return (int) Math.max(0, Math.floor(100 * share + (share >= Served.ENOUGH ? 0.1 : 0)));
    }

    boolean chinese() {
        return !language.getLanguage().equals("en");
    }

    String state(Stage state) {
        return switch (state) {
            case TODAY -> say("现状", "Today");
            case APPROVED -> say("含已批准", "With approved works");
            case PROPOSED -> say("全部工程", "All works");
        };
    }

    String standing(Standing standing) {
        return switch (standing) {
            case PASSES -> say("达标", "passes");
            case ONLY_WITH_FORESIGHT -> say("预知全年来水才达标", "only with foresight");
            case FAILS -> say("不达标", "fails");
            case CANNOT_SAY -> say("无法判断", "cannot say");
            case NOT_CHECKED -> say("未检查", "not checked");
        };
    }
}
