package org.greenplan.chapter;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.greenplan.problem.Words;
import org.greenplan.verdicts.Standing;
import org.greenplan.water.Stage;
import org.greenplan.water.operate.LakeMonth;
import org.greenplan.water.operate.Served;

/** What the chapter calls things, in the reader's language. */
record WaterWords(Locale language) {
    /** A part of a lake's month. */
    record Part(Words title, ToDoubleFunction<LakeMonth> m3) {}

    /** What comes, what goes and what stays, in the order of a balance. */
    static final List<Part> PARTS = List.of(
            new Part(Words.of("月初蓄水", "Before"), LakeMonth::beforeM3),
            new Part(Words.of("连通来水", "Links in"), LakeMonth::linksInM3),
            new Part(Words.of("水源", "Sources"), LakeMonth::sourcesM3),
            new Part(Words.of("天然来水", "By itself"), LakeMonth::naturalM3),
            new Part(Words.of("降雨减蒸发渗漏", "Rain less losses"), LakeMonth::skyM3),
            new Part(Words.of("溢流来水", "Spilled in"), LakeMonth::spilledInM3),
            new Part(Words.of("连通出水", "Links out"), LakeMonth::linksOutM3),
            new Part(Words.of("取用", "Uses"), LakeMonth::usesM3),
            new Part(Words.of("溢流", "Spilled"), LakeMonth::spilledM3),
            new Part(Words.of("月末蓄水", "After"), LakeMonth::afterM3));

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
