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
 * @param reason why, where the target is named beside it
 */
public record NoPiece(TargetLine line, Words cause, Words why, Words reason) {
    static NoPiece of(TargetLine line, boolean upgrade, boolean asked, long ownMm2, long leastMm2) {
        if (upgrade && !asked) {
            Words reason = Words.of("提升改造不是新增地块", "an upgrade is no new plot");
            return new NoPiece(line, said(line, reason), said(line, reason), reason);
        }
        String zh = upgrade ? "区界内未被先前提升改造计入的面积（平面）" : "净面积（平面）";
        String en = upgrade
                ? "the area%s inside the district that no earlier upgrade counts is below "
                : "its net area%s on the plane is below ";
        String own = m2(ownMm2);
        String least = m2(leastMm2);
        Words cause = Words.of(zh + "小于 " + least + " m²", en.replace("%s", "") + least + " m²");
        Words reason =
                Words.of(zh + own + " m² 小于 " + least + " m²", en.replace("%s", " of " + own + " m²") + least + " m²");
        return new NoPiece(line, said(line, cause), said(line, reason), reason);
    }

    private static Words said(TargetLine line, Words why) {
        return Words.of(
                "“" + line.title().zh() + "”计数：" + why.zh() + "，不计个数",
                "“" + line.title().en() + "” does not count this plot: " + why.en());
    }

    /** Rounded down to hundredths, so that what is too small never reads as large enough. */
    private static String m2(long mm2) {
        BigDecimal m2 = BigDecimal.valueOf(mm2, 6).setScale(2, RoundingMode.FLOOR);
        return m2.signum() == 0 ? "0" : m2.stripTrailingZeros().toPlainString();
    }
}
