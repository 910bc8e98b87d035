package org.greenplan.verdicts;

import java.util.List;
import java.util.OptionalDouble;
import org.greenplan.problem.Words;
import org.greenplan.supply.Quality;
import org.greenplan.supply.Supply;
import org.greenplan.water.verdict.BlackOdour;

/** 黑臭水体清单: the black-odorous waters that a plan lists, with what the government's form asks of each. */
public final class OdorousList {
    private OdorousList() {}

    /**
     * A line of the list; texts are empty where nobody has said.
     *
     * @param code 编号
     * @param name 水体名称（起始边界）
     * @param kind 水体类型, by the catalogue's code list {@code water_body_kind}
     * @param lengthM 长度, metres
     * @param areaM2 面积, m²
     * @param place 所在区域
     * @param grade 黑臭级别: by samples, or else as it was reported
     * @param isMeasured whether the grade comes of samples
     * @param condition 水质现状
     * @param responsible 责任人
     * @param due 达标期限, ISO
     * @param remediation 治理状态, by the catalogue's code list {@code remediation}
     * @param feature the river or lake in which it lies; empty where none is named
     */
    public record Line(
            String record,
            String code,
            String name,
            String kind,
            OptionalDouble lengthM,
            OptionalDouble areaM2,
            String place,
            BlackOdour grade,
            boolean isMeasured,
            Words condition,
            String responsible,
            String due,
            String remediation,
            String feature) {}

    /** The plan's list, in the order in which it was entered. */
    public static List<Line> of(Supply supply) {
        return supply.qualities().stream()
                .filter(Quality::isListed)
                .map(OdorousList::line)
                .toList();
    }

    private static Line line(Quality water) {
        return new Line(
                water.row().id(),
                water.text("code"),
                water.name(),
                water.text("kind"),
                water.number("length_m"),
                water.number("area_m2"),
                water.text("place"),
                water.grade(),
                water.measured() != BlackOdour.NOT_CHECKED,
                water.condition(),
                water.text("responsible"),
                water.text("due"),
                water.text("remediation"),
                water.feature());
    }

    /** What people call a grade. */
    public static Words title(BlackOdour grade) {
        return switch (grade) {
            case NOT_CHECKED -> Words.of("未监测", "not checked");
            case CLEAR -> Words.of("不黑臭", "clear");
            case LIGHT -> Words.of("轻度", "light");
            case HEAVY -> Words.of("重度", "heavy");
        };
    }
}
