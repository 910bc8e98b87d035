package org.greenplan.geo;

import java.util.Locale;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;

/** What the repair of outlines tells people. */
final class OutlineWords {
    private OutlineWords() {}

    static Words tooMany(boolean crossings) {
        return crossings
                ? Words.of(
                        "图形自相交超过 " + Crossings.MOST + " 处，此处为其一。请检查点的顺序，或重新绘制。",
                        "The shape crosses itself in more than " + Crossings.MOST
                                + " places; this is one of them. Look at the order of its points, or draw it again.")
                : Words.of(
                        "图形的边过于密集，无法处理。请从此处起简化或拆分。",
                        "The edges of the shape lie too densely to be looked at. Simplify or split it, beginning here.");
    }

    static Words offThePlane() {
        return Words.of(
                "该位置离规划的投影带太远，无法量算。请检查坐标。",
                "This place is too far from the plan's plane to be measured. Look at the coordinates.");
    }

    static Words tooLarge() {
        return Words.of(
                "地块面积超过 9000 平方公里，一个地块不会这么大。请检查坐标，或拆分。",
                "The plot is larger than 9,000 km², as no plot is. Look at its coordinates, or split it.");
    }

    static Words tooLong() {
        return Words.of(
                "线长超过 1000 公里，一条廊道不会这么长。请检查坐标，或拆分。",
                "The line is longer than 1,000 km, as no corridor is. Look at its coordinates, or split it.");
    }

    /** Two shapes that cross too often, near a place of the plane. */
    static Words tooIntricate(Coordinate plane) {
        String where = String.format(Locale.ROOT, "%.0f, %.0f", plane.x, plane.y);
        return Words.of(
                "该图形与其他图形在 (" + where + ") 附近相交次数过多，无法量算。请简化图形。",
                "The shape crosses others too often near (" + where + ") to be measured. Simplify it.");
    }

    static Words hopeless() {
        return Words.of(
                "图形自相交，无法自动修复。请移动此处的顶点。", "The outline crosses itself and cannot be mended. Move the points here.");
    }

    static Words tooSmall(double areaM2) {
        String m2 = m2(areaM2);
        return Words.of(
                "图形的面积只有 " + m2 + " m²，不足 1 m²，不能保存。请重新绘制。",
                "The polygon has an area of " + m2 + " m² only; less than 1 m² is not kept. Draw it again.");
    }

    static GeometryNote mended(Coordinate place, double lessM2) {
        String where = String.format(Locale.ROOT, "%.6f, %.6f", place.x, place.y);
        boolean same = m2(lessM2).equals(m2(0));
        return new GeometryNote(
                "outline-mended",
                Words.of(
                        "图形在 (" + where + ") 处自相交或重叠，已修复："
                                + (same ? "面积未变。" : "重复覆盖的部分不计，面积减少 " + m2(lessM2) + " m²。")
                                + "请核对形状。",
                        "The outline crossed or overlapped itself at (" + where + "); it was mended: "
                                + (same
                                        ? "its area did not change."
                                        : "what it covers twice is left out, its area became " + m2(lessM2)
                                                + " m² smaller.")
                                + " Please look at the shape again."));
    }

    static GeometryNote holeOutside() {
        return new GeometryNote(
                "hole-left-out",
                Words.of("轮廓之外的洞已略去，它不增加面积。", "A hole outside the outline was left out; it adds no area."));
    }

    static GeometryNote smallParts(int count, double areaM2) {
        return new GeometryNote(
                "small-part-dropped",
                Words.of(
                        "已去掉 " + count + " 个不足 1 m² 或过细的部分，共 " + m2(areaM2) + " m²。",
                        "Parts smaller than 1 m² or thinner than 1 cm were dropped: " + count + ", together "
                                + m2(areaM2) + " m²."));
    }

    static GeometryNote duplicates() {
        return new GeometryNote("duplicates-dropped", Words.of("已去掉重复的顶点。", "Repeated points were dropped."));
    }

    private static String m2(double areaM2) {
        return String.format(Locale.ROOT, "%.2f", areaM2);
    }
}
