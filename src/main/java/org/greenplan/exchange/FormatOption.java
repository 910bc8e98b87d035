package org.greenplan.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.greenplan.format.FormatWriter;
import org.greenplan.problem.Words;

/**
 * An option of a format in words, for whoever chooses.
 *
 * @param choices the values it can have, the usual one first; empty for a flag or free text
 */
record FormatOption(String name, Words title, Kind kind, List<Choice> choices) {
    FormatOption {
        choices = List.copyOf(choices);
    }

    enum Kind {
        FLAG,
        CHOICE,
        TEXT
    }

    /** One value of an option. */
    record Choice(String value, Words title) {}

    private static final FormatOption BELTS = flag(ExportOrder.BELTS, "廊道绿带另作为面输出", "Belts of corridors as areas too");

    private static final FormatOption DATUM = choice(
            "datum",
            "坐标基准",
            "Datum",
            value("wgs84", "WGS84（标准）", "WGS84 (the standard)"),
            value("gcj02", "GCJ-02（奥维等偏移地图）", "GCJ-02 (Ovital and other shifted maps)"));

    private static final FormatOption GEOMETRY = choice(
            "geometry",
            "图形列",
            "Column of shapes",
            value("wkt", "WKT（可导回）", "WKT (can come back)"),
            value("centre", "内部点坐标", "A point inside"));

    /** Words by format and option; a test sees to it that every option of every writer has some. */
    private static final Map<String, FormatOption> WORDS = Map.ofEntries(
            Map.entry("geojsonseq.rs", flag("rs", "每条前加记录分隔符（RFC 8142）", "A separator before each record (RFC 8142)")),
            Map.entry(
                    "shapefile.encoding",
                    choice(
                            "encoding",
                            "文字编码",
                            "Encoding",
                            value("utf-8", "UTF-8（附 .cpg）", "UTF-8 (with .cpg)"),
                            value("gbk", "GBK（旧软件）", "GBK (older programs)"))),
            Map.entry("dxf.vertices", flag("vertices", "界址点编号与坐标表", "Numbered boundary points with a table")),
            Map.entry("dxf.hatch", flag("hatch", "填充地块", "Fill the plots")),
            Map.entry(
                    "dxf.origin",
                    choice(
                            "origin",
                            "原点",
                            "Origin",
                            value("", "真实坐标", "True coordinates"),
                            value("local", "本地原点（附说明，zip）", "Local origin (with a text, in a zip)"))),
            Map.entry(
                    "dxf.encoding",
                    choice(
                            "encoding",
                            "文字编码",
                            "Encoding",
                            value("gbk", "GBK", "GBK"),
                            value("escapes", "转义(\\U+XXXX)", "Escapes (\\U+XXXX)"))),
            Map.entry("csv.geometry", GEOMETRY),
            Map.entry("xlsx.geometry", GEOMETRY),
            Map.entry("kml.datum", DATUM),
            Map.entry("kmz.datum", DATUM),
            Map.entry(
                    "parcel.preset",
                    choice(
                            "preset",
                            "坐标系写法",
                            "Name of the datum",
                            value("default", "2000国家大地坐标系", "2000国家大地坐标系"),
                            value("2000", "CGCS2000", "CGCS2000"))),
            Map.entry(
                    "parcel.precision",
                    choice(
                            "precision",
                            "坐标精度（米）",
                            "Precision (metres)",
                            value("0.001", "0.001", "0.001"),
                            value("0.01", "0.01", "0.01"),
                            value("0.0001", "0.0001", "0.0001"))),
            Map.entry(
                    "parcel.unit",
                    new FormatOption("unit", Words.of("数据产生单位", "Who made the file"), Kind.TEXT, List.of())));

    /** The options of a format, then what every format can do. */
    static List<FormatOption> of(FormatWriter writer) {
        List<FormatOption> options = new ArrayList<>();
        for (String name : new TreeSet<>(writer.options())) {
            FormatOption known = WORDS.get(writer.id() + "." + name);
            options.add(known == null ? new FormatOption(name, Words.of(name, name), Kind.TEXT, List.of()) : known);
        }
        if (!writer.drawsBelts()) {
            options.add(BELTS);
        }
        return options;
    }

    private static FormatOption flag(String name, String zh, String en) {
        return new FormatOption(name, Words.of(zh, en), Kind.FLAG, List.of());
    }

    private static FormatOption choice(String name, String zh, String en, Choice... choices) {
        return new FormatOption(name, Words.of(zh, en), Kind.CHOICE, List.of(choices));
    }

    private static Choice value(String value, String zh, String en) {
        return new Choice(value, Words.of(zh, en));
    }
}
