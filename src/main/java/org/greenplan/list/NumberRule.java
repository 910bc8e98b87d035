package org.greenplan.list;

import java.math.BigDecimal;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a number is held to.
 *
 * @param title what people call it, which begins each complaint
 */
public record NumberRule(Words title, @Nullable String unit, @Nullable Double min, @Nullable Double max) {
    /** A number, or a text that is one; neither NaN nor endless. Where it lies is not asked. */
    public double number(Object given, String at) {
        double number = Double.NaN;
        if (given instanceof Number n) {
            number = n.doubleValue();
        } else if (given instanceof String text) {
            try {
                number = Double.parseDouble(text.strip());
            } catch (NumberFormatException e) {
                number = Double.NaN;
            }
        }
        if (!Double.isFinite(number)) {
            throw wrong(at, "应为数字", "must be a number");
        }
        return number;
    }

    /** The same number where it lies between least and most. */
    public double within(double number, String at) {
        String unitAfter = unit == null ? "" : " " + unit;
        if (min != null && number < min) {
            throw wrong(at, "不得小于 " + plain(min) + unitAfter, "must be at least " + plain(min) + unitAfter);
        }
        if (max != null && number > max) {
            throw wrong(at, "不得大于 " + plain(max) + unitAfter, "must be at most " + plain(max) + unitAfter);
        }
        return number;
    }

    /** What is wrong, said of this number. */
    public Problem.Invalid wrong(String at, String zh, String en) {
        return new Problem.Invalid(Words.of("“" + title.zh() + "”" + zh + "。", title.en() + " " + en + "."), at);
    }

    /** A number without zeros at its end and without a power of ten. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
