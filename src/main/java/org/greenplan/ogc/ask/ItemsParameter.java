package org.greenplan.ogc.ask;

import java.util.List;
import java.util.Optional;
import org.greenplan.problem.Words;

/**
 * What can be asked of the items of every layer, besides its queryables: read from addresses and described to programs from here.
 *
 * @param name in an address
 * @param kind what a value looks like
 * @param title what it is for
 */
public record ItemsParameter(String name, Kind kind, Words title) {
    /** What a value looks like. */
    public enum Kind {
        COUNT,
        BOX,
        SYSTEM,
        NAMES,
        LANGUAGE,
        TEXT
    }

    public static final ItemsParameter LIMIT =
            new ItemsParameter("limit", Kind.COUNT, Words.of("最多多少个", "At most so many"));
    public static final ItemsParameter BBOX =
            new ItemsParameter("bbox", Kind.BOX, Words.of("范围，按 bbox-crs 的轴序", "A box, in the axis order of bbox-crs"));
    public static final ItemsParameter BBOX_CRS = new ItemsParameter(
            "bbox-crs", Kind.SYSTEM, Words.of("bbox 的坐标系，默认 CRS84", "Coordinate system of bbox; CRS84 unless given"));
    public static final ItemsParameter CRS = new ItemsParameter(
            "crs", Kind.SYSTEM, Words.of("返回坐标系，默认 CRS84", "Coordinate system of the answer; CRS84 unless given"));
    public static final ItemsParameter DATETIME = new ItemsParameter(
            "datetime",
            Kind.TEXT,
            Words.of("时刻或区间，对应年度", "An instant or an interval, held against the programme year"));
    public static final ItemsParameter PROPERTIES =
            new ItemsParameter("properties", Kind.NAMES, Words.of("只要这些属性", "Only these attributes"));
    public static final ItemsParameter SORTBY =
            new ItemsParameter("sortby", Kind.NAMES, Words.of("排序，- 为降序", "Sorting; - for descending"));
    public static final ItemsParameter FILTER =
            new ItemsParameter("filter", Kind.TEXT, Words.of("CQL2 筛选条件", "What the features must fulfil, in CQL2"));
    public static final ItemsParameter FILTER_LANG =
            new ItemsParameter("filter-lang", Kind.LANGUAGE, Words.of("filter 的语言", "Language of the filter"));
    public static final ItemsParameter FILTER_CRS = new ItemsParameter(
            "filter-crs",
            Kind.SYSTEM,
            Words.of("filter 中图形的坐标系，默认 CRS84", "Coordinate system of shapes in the filter; CRS84 unless given"));
    public static final ItemsParameter CURSOR = new ItemsParameter(
            "cursor", Kind.TEXT, Words.of("下一页的起点，由 next 链接给出", "Where the next page begins, given by the next link"));

    /** All of them, in the order in which they are described. */
    public static final List<ItemsParameter> ALL =
            List.of(LIMIT, BBOX, BBOX_CRS, CRS, DATETIME, PROPERTIES, SORTBY, FILTER, FILTER_LANG, FILTER_CRS, CURSOR);

    /** The names of all. */
    public static List<String> names() {
        return ALL.stream().map(ItemsParameter::name).toList();
    }

    /** What the question says of it. */
    public Optional<String> in(Asking asking) {
        return asking.find(name);
    }
}
