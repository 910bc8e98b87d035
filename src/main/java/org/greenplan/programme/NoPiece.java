package org.greenplan.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.problem.Words;

/** Why a plot is no piece for a target of pieces. */
public record NoPiece(TargetLine line, Words why) {
    static NoPiece of(TargetLine line, boolean upgrade, boolean asked, long ownMm2, long leastMm2) {
        if (upgrade && !asked) {
            return said(line, "提升改造不是新增地块", "an upgrade is no new plot");
        }
        String own = m2(ownMm2);
        String least = m2(leastMm2);
        if (upgrade) {
            return said(
                    line,
                    "区界内未被先前提升改造计入的面积（平面）" + own + " m² 小于 " + least + " m²",
                    "the area inside the district that no earlier upgrade counts, " + own
                            + " m² on the plane, is below " + least + " m²");
        }
        return said(
                line,
                "净面积（平面）" + own + " m² 小于 " + least + " m²",
                "its net area of " + own + " m² on the plane is below " + least + " m²");
    }

    private static NoPiece said(TargetLine line, String zh, String en) {
        return new NoPiece(
                line,
                Words.of(
                        "“" + line.title().zh() + "”计数:" + zh + ",不计个数",
                        "“" + line.title().en() + "” does not count this plot: " + en));
    }

    /** Rounded down to hundredths, so that what is too small never reads as large enough. */
    private static String m2(long mm2) {
        BigDecimal m2 = BigDecimal.valueOf(mm2, 6).setScale(2, RoundingMode.FLOOR);
        return m2.signum() == 0 ? "0" : m2.stripTrailingZeros().toPlainString();
    }
}
