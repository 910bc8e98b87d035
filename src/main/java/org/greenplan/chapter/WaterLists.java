package org.greenplan.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.supply.Quality;
import org.greenplan.supply.Row;
import org.greenplan.supply.Stages;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.Standing;
import org.greenplan.verdicts.Verdict;
import org.greenplan.verdicts.WhyLake;
import org.greenplan.water.Lake;
import org.greenplan.water.Stage;
import org.greenplan.water.verdict.BlackOdour;
import org.jspecify.annotations.Nullable;

/**
 * The lists that the government's forms ask for: works with their cost, the five of 一河（湖）一策, and the black-odorous waters. What nobody
 * has filled in stays empty.
 */
record WaterLists(List<Judgement> states, List<Row> works, Catalogue catalogue, Locale language) {
    List<Listed> all() {
        var words = new WaterWords(language);
        return List.of(
                works(words),
                problems(words),
                aims(words),
                tasks(words),
                measures(words),
                duties(words),
                odorous(words));
    }

    private Listed works(WaterWords words) {
        return works(
                words,
                words.say("工程与投资", "Works and cost"),
                words.say("编号", "Id"),
                words.say("名称", "Name"),
                works,
                true);
    }

    private Listed works(WaterWords words, String title, String first, String name, List<Row> some, boolean byId) {
        List<String> heads = new ArrayList<>(List.of(first, name));
        heads.addAll(words.heads("状态", "Status", "输水能力 m³/d", "Capacity m³/d", "投资 万元", "Cost, 10,000 yuan"));
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        some.forEach(work -> rows.add(Listed.cells(
                byId ? work.id() : Integer.valueOf(rows.size() + 1),
                work.name(),
                title("status", work.text("status")),
                work.values().get("capacity_m3d"),
                work.values().get("cost_10k_yuan"))));
        return new Listed(title, heads, rows);
    }

    /** What fails today, in sentences. */
    private Listed problems(WaterWords words) {
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (Verdict verdict : states.get(0).verdicts()) {
            if (verdict.standing() != Standing.PASSES) {
                verdict.reasons()
                        .forEach(reason -> rows.add(Listed.cells(
                                rows.size() + 1, words.say(verdict.kind().title()), words.say(reason))));
            }
        }
        return new Listed(
                words.say("一河一策1 问题", "1 Problems"), words.heads("序号", "No.", "方面", "Of", "问题", "Problem"), rows);
    }

    /** What ought to hold: how it stands today, and with all works. */
    private Listed aims(WaterWords words) {
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        Judgement last = states.get(states.size() - 1);
        for (int i = 0; i < last.verdicts().size(); i++) {
            Verdict then = last.verdicts().get(i);
            rows.add(Listed.cells(
                    rows.size() + 1,
                    words.say(then.kind().title()),
                    aim(words, then.kind()),
                    words.standing(states.get(0).verdicts().get(i).standing()),
                    words.standing(then.standing())));
        }
        return new Listed(
                words.say("一河一策2 目标", "2 Aims"),
                words.heads("序号", "No.", "方面", "Of", "目标", "Aim", "现状", "Today", "全部工程", "All works"),
                rows);
    }

    private static String aim(WaterWords words, Verdict.Kind kind) {
        return switch (kind) {
            case CIRCULATING -> words.say("各湖互通，全年没有死水", "All lakes lead to each other, none is dead in any month");
            case BALANCED ->
                words.say(
                        "第 1 至 " + Judgement.HELD_LEVELS + " 级需水逐月满足",
                        "Levels 1 to " + Judgement.HELD_LEVELS + " are served in every month");
            case BACKED -> words.say("任一水源组停供仍满足", "They hold with any one source group out");
            case CLEAR -> words.say("消除黑臭，岸带有绿", "No water is black and odorous, and shores are green");
        };
    }

    /** What is still to be built. */
    private Listed tasks(WaterWords words) {
        List<Row> open = works.stream()
                .filter(work -> Stages.of(work.text("status")) != Stage.TODAY)
                .toList();
        return works(
                words,
                words.say("一河一策3 任务", "3 Tasks"),
                words.say("序号", "No."),
                words.say("建设内容", "Work"),
                open,
                false);
    }

    /** What helps each lake that is short, in the month that lacks most. */
    private Listed measures(WaterWords words) {
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        Judgement now = states.get(0);
        var planned = states.get(states.size() - 1).supply().network();
        for (Lake lake : now.supply().network().lakes()) {
            for (WhyLake why : WhyLake.of(now, planned, lake.id(), 0)) {
                String all = String.join(
                        "\n", why.sentences().stream().skip(1).map(words::say).toList());
                rows.add(Listed.cells(
                        rows.size() + 1,
                        now.supply().name(lake.id()),
                        words.say(why.need().title()),
                        all));
            }
        }
        return new Listed(
                words.say("一河一策4 措施", "4 Measures"),
                words.heads("序号", "No.", "水体", "Water", "需水", "Need", "卡在哪里，怎样补", "What binds and what helps"),
                rows);
    }

    /** Who answers for each listed water, and until when; open where nobody is named. */
    private Listed duties(WaterWords words) {
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        listed().forEach(water -> rows.add(Listed.cells(
                rows.size() + 1,
                water.name(),
                title("remediation", water.text("remediation")),
                orOpen(words, water.text("responsible")),
                orOpen(words, water.text("due")))));
        return new Listed(
                words.say("一河一策5 责任", "5 Duties"),
                words.heads("序号", "No.", "水体", "Water", "治理状态", "Remediation", "责任人", "Responsible", "期限", "Due"),
                rows);
    }

    /** With the columns of the government's list. */
    private Listed odorous(WaterWords words) {
        List<List<? extends @Nullable Object>> rows = listed().stream()
                .<List<? extends @Nullable Object>>map(water -> Listed.cells(
                        water.text("code"),
                        water.name(),
                        title("water_body_kind", water.text("kind")),
                        extent(water),
                        water.text("place"),
                        grade(words, water.grade()),
                        words.say(water.condition()),
                        water.text("responsible"),
                        water.text("due")))
                .toList();
        return new Listed(
                words.say("黑臭水体清单", "Black-odorous waters"),
                words.heads(
                        "编号",
                        "Number",
                        "水体名称（起始边界）",
                        "Water, from where to where",
                        "水体类型",
                        "Kind",
                        "面积/长度",
                        "Area or length",
                        "所在区域",
                        "Place",
                        "黑臭级别",
                        "Grade",
                        "水质现状",
                        "Quality now",
                        "责任人",
                        "Responsible",
                        "达标期限",
                        "Due"),
                rows);
    }

    private List<Quality> listed() {
        return states.get(states.size() - 1).supply().qualities().stream()
                .filter(Quality::isListed)
                .toList();
    }

    private static String extent(Quality water) {
        if (water.number("length_m").isPresent()) {
            return String.format(
                    Locale.ROOT, "%,.0f m", water.number("length_m").getAsDouble());
        }
        return water.number("area_m2").isPresent()
                ? String.format(Locale.ROOT, "%,.0f m²", water.number("area_m2").getAsDouble())
                : "";
    }

    private static String grade(WaterWords words, BlackOdour grade) {
        return switch (grade) {
            case NOT_CHECKED -> words.say("未检查", "not checked");
            case CLEAR -> words.say("不黑臭", "clear");
            case LIGHT -> words.say("轻度", "light");
            case HEAVY -> words.say("重度", "heavy");
        };
    }

    private static String orOpen(WaterWords words, String text) {
        return text.isEmpty() ? words.say("未填", "not filled in") : text;
    }

    private String title(String list, String code) {
        return Optional.ofNullable(catalogue.codeLists().get(list))
                .flatMap(codes -> codes.find(code))
                .map(found -> found.title().in(language))
                .orElse(code);
    }
}
