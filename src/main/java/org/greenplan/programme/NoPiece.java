package org.greenplan.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.problem.Words;

/**
 * Why a plot is no piece for a target of pieces.
 *
 * @param cause what it has in common with others, for a list of many
 * @param why the same with this plot's own figure
 */
public record NoPiece(TargetLine line, Words cause, Words why) {
    static NoPiece of(TargetLine line, boolean upgrade, boolean asked, long ownMm2, long leastMm2) {
        if (upgrade && !asked) {
            Words words = said(line, "提升改造不是新增地块", "an upgrade is no new plot");
            return new NoPiece(line, words, words);
        }
        String zh = upgrade ? "区界内未被先前提升改造计入的面积（平面）" : "净面积（平面）";
        String en = upgrade
                ? "the area%s inside the district that no earlier upgrade counts is below "
                : "its net area%s on the plane is below ";
        String own = m2(ownMm2);
        String least = m2(leastMm2);
        return new NoPiece(
                line,
                said(line, zh + "小于 " + least + " m²", en.replace("%s", "") + least + " m²"),
                said(
                        line,
                        zh + own + " m² 小于 " + least + " m²",
                        en.replace("%s", " of " + own + " m²") + least + " m²"));
    }

    private static Words said(TargetLine line, String zh, String en) {
        return Words.of(
                "“" + line.title().zh() + "”计数:" + zh + ",不计个数",
                "“" + line.title().en() + "” does not count this plot: " + en);
    }

    /** Rounded down to hundredths, so that what is too small never reads as large enough. */
    private static String m2(long mm2) {
        BigDecimal m2 = BigDecimal.valueOf(mm2, 6).setScale(2, RoundingMode.FLOOR);
        return m2.signum() == 0 ? "0" : m2.stripTrailingZeros().toPlainString();
    }
}
