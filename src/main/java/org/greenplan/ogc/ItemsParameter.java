package org.greenplan.ogc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.greenplan.problem.Words;

/** What can be asked of the items of every layer, besides its queryables: read from addresses and described to programs from here. */
public enum ItemsParameter {
    LIMIT("limit", Kind.COUNT, Words.of("最多多少个", "At most so many")),
    BBOX("bbox", Kind.BOX, Words.of("范围,按 bbox-crs 的轴序", "A box, in the axis order of bbox-crs")),
    BBOX_CRS("bbox-crs", Kind.SYSTEM, Words.of("bbox 的坐标系,默认 CRS84", "Coordinate system of bbox; CRS84 unless given")),
    CRS("crs", Kind.SYSTEM, Words.of("返回坐标系,默认 CRS84", "Coordinate system of the answer; CRS84 unless given")),
    DATETIME(
            "datetime",
            Kind.TEXT,
            Words.of("时刻或区间,对应年度", "An instant or an interval, held against the programme year")),
    PROPERTIES("properties", Kind.NAMES, Words.of("只要这些属性", "Only these attributes")),
    SORTBY("sortby", Kind.NAMES, Words.of("排序,- 为降序", "Sorting; - for descending")),
    FILTER("filter", Kind.TEXT, Words.of("CQL2 筛选条件", "What the features must fulfil, in CQL2")),
    FILTER_LANG("filter-lang", Kind.LANGUAGE, Words.of("filter 的语言", "Language of the filter")),
    FILTER_CRS(
            "filter-crs",
            Kind.SYSTEM,
            Words.of("filter 中图形的坐标系,默认 CRS84", "Coordinate system of shapes in the filter; CRS84 unless given")),
    CURSOR("cursor", Kind.TEXT, Words.of("下一页的起点,由 next 链接给出", "Where the next page begins, given by the next link"));

    /** What a value looks like. */
    public enum Kind {
        COUNT,
        BOX,
        SYSTEM,
        NAMES,
        LANGUAGE,
        TEXT
    }

    private final String parameter;
    private final Kind kind;
    private final Words title;

    ItemsParameter(String parameter, Kind kind, Words title) {
        this.parameter = parameter;
        this.kind = kind;
        this.title = title;
    }

    /** Its name in an address. */
    public String parameter() {
        return parameter;
    }

    /** What its value looks like. */
    public Kind kind() {
        return kind;
    }

    /** What it is for. */
    public Words title() {
        return title;
    }

    /** The names of all, in the order of the table. */
    public static List<String> names() {
        return Arrays.stream(values()).map(ItemsParameter::parameter).toList();
    }

    /** What the question says of it. */
    Optional<String> in(Asking asking) {
        return asking.find(parameter);
    }
}
