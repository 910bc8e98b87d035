package org.greenplan.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Values of an address, refused with the parameter's name where they are none. */
public final class RequestValues {
    private RequestValues() {}

    public static long number(String name, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new Problem.Invalid(
                    Words.of("参数 " + name + " 应为整数。", "The parameter " + name + " is a whole number."), name);
        }
    }

    /** A constant by its name in small letters. */
    static <E extends Enum<E>> E choice(String name, @Nullable String text, Class<E> kind) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new Problem.BadRequest(
                        Words.of("参数 " + name + " 不能是“" + text + "”。", "\"" + text + "\" is no " + name + "."), name));
    }

    /** Whole numbers separated by commas. */
    public static List<Long> numbers(String name, @Nullable String text) {
        List<Long> numbers = new ArrayList<>();
        if (text != null && !text.isBlank()) {
            Arrays.asList(text.split(",", -1)).forEach(part -> numbers.add(number(name, part)));
        }
        return numbers;
    }

    /** A box west,south,east,north in degrees, or null where there is none. */
    public static @Nullable Envelope box(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(",", -1);
        try {
            double[] v = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
            if (v.length == 4 && Arrays.stream(v).allMatch(Double::isFinite) && v[0] <= v[2] && v[1] <= v[3]) {
                return new Envelope(v[0], v[2], v[1], v[3]);
            }
        } catch (NumberFormatException e) {
            // Told below, like every other bad box.
        }
        throw new Problem.Invalid(
                Words.of("bbox 应为 西,南,东,北 四个数(度)。", "bbox is four numbers in degrees: west,south,east,north."), "bbox");
    }
}
