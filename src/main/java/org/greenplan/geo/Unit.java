package org.greenplan.geo;

import java.util.Optional;
import java.util.stream.Stream;
import org.greenplan.problem.Words;

/** In what planners read areas, lengths and pieces; reports, exports and the page have factors, names and decimals from here. */
public enum Unit {
    M2("m2", 1, 2, 0, 0, "m²", "m²", "m²"),
    /** 15 mu are a hectare, exactly. */
    MU("mu", 10_000 / 15.0, 2, 2, 1, "亩", "mu", "亩"),
    HA("ha", 10_000, 2, 2, 2, "公顷", "ha", "ha"),
    M("m", 1, 1, 0, 0, "米", "m", "m"),
    KM("km", 1000, 3, 3, 2, "公里", "km", "km"),
    COUNT("count", 1, 0, 0, 0, "个", "pieces", "个");

    /**
     * How the figure of a target is told over the map, as short as can be.
     *
     * @param size one of it in square metres, metres or pieces
     * @param title what stands behind the figure; empty where nothing does
     */
    public record Headline(double size, int decimals, String title) {}

    private final String id;
    private final double size;
    private final int decimals;
    private final int glanceDecimals;
    private final int headlineDecimals;
    private final String zh;
    private final String en;
    private final String printedZh;

    Unit(
            String id,
            double size,
            int decimals,
            int glanceDecimals,
            int headlineDecimals,
            String zh,
            String en,
            String printedZh) {
        this.id = id;
        this.size = size;
        this.decimals = decimals;
        this.glanceDecimals = glanceDecimals;
        this.headlineDecimals = headlineDecimals;
        this.zh = zh;
        this.en = en;
        this.printedZh = printedZh;
    }

    /** The unit that a programme writes so, such as {@code mu}. */
    public static Optional<Unit> find(String id) {
        return Stream.of(values()).filter(unit -> unit.id.equals(id)).findFirst();
    }

    /** The same; pieces where nobody knows the word. */
    public static Unit of(String id) {
        return find(id).orElse(COUNT);
    }

    public String id() {
        return id;
    }

    /** One of it in square metres, metres or pieces. */
    public double size() {
        return size;
    }

    /** So many square metres, metres or pieces in this unit. */
    public double amount(double base) {
        return base / size;
    }

    /** Decimals in print, where sums are compared: pieces whole, kilometres to the metre. */
    public int decimals() {
        return decimals;
    }

    /** Decimals beside the map, where a figure is read at a glance. */
    public int glanceDecimals() {
        return glanceDecimals;
    }

    /** In a Chinese programme square metres are read by the ten thousand. */
    public Headline headlineZh() {
        return this == M2 ? new Headline(10_000, 2, "万平方米") : new Headline(size, headlineDecimals, zh);
    }

    /** Pieces go by their number alone in English. */
    public Headline headlineEn() {
        return new Headline(size, headlineDecimals, this == COUNT ? "" : en);
    }

    /** What it is called beside a figure of the page. */
    public Words title() {
        return Words.of(zh, en);
    }

    /** The same in print, where what is metric keeps its sign. */
    public Words printed() {
        return Words.of(printedZh, en);
    }
}
