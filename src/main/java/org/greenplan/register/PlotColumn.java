package org.greenplan.register;

import java.util.Arrays;
import java.util.Locale;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** What the table of plots shows of each of them, and can be sorted by. */
public enum PlotColumn {
    NAME("名称", "Name", AttributeRole.NAME),
    CODE("编号", "Code", AttributeRole.CODE),
    LAYER("图层", "Layer", null),
    CLASS("绿地分类", "Class", AttributeRole.CLASS),
    STATUS("状态", "Status", AttributeRole.STATUS),
    ZONE("街道/乡镇", "Sub-district", null),
    OFFICE("责任单位", "Office", AttributeRole.OFFICE),
    PERSON("责任人", "Person", AttributeRole.PERSON),
    START("计划开工", "Planned start", AttributeRole.START),
    FINISH("计划完工", "Planned finish", AttributeRole.FINISH),
    YEAR("年度", "Year", AttributeRole.YEAR),
    GROSS("图形面积（平面）m²", "Gross area, plane m²", null),
    NET("净增（平面）m²", "Net area, plane m²", null),
    LENGTH("长度 m", "Length m", null);

    private final String zh;
    private final String en;
    private final @Nullable AttributeRole role;

    PlotColumn(String zh, String en, @Nullable AttributeRole role) {
        this.zh = zh;
        this.en = en;
        this.role = role;
    }

    /** The column that the page calls so; refuses a word that is none. */
    public static PlotColumn of(String parameter, String word) {
        return Arrays.stream(values())
                .filter(column -> column.spelled().equals(word))
                .findFirst()
                .orElseThrow(() -> new Problem.BadRequest(
                        Words.of(
                                "参数 " + parameter + "：没有列“" + word + "”。可用：" + all() + "。",
                                parameter + ": there is no column \"" + word + "\". There are " + all() + "."),
                        parameter));
    }

    /** As the page and addresses spell it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Words title() {
        return Words.of(zh, en);
    }

    /** The meaning of the attribute that it shows, null where it shows none. */
    @Nullable
    AttributeRole role() {
        return role;
    }

    private static String all() {
        return String.join(
                ", ", Arrays.stream(values()).map(PlotColumn::spelled).toList());
    }
}
