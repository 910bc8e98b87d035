package org.greenplan.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.greenplan.feature.FeatureRef;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Values of an address, refused with the parameter's name where they are none. */
public final class RequestValues {
    private static final JsonFactory JSON = new JsonFactory();

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

    /** Plots that a body names: a JSON array of {@code "layer:id"}, so many at most. */
    public static List<FeatureRef> refs(byte[] body, int most) throws IOException {
        List<FeatureRef> refs = new ArrayList<>();
        try (JsonParser json = JSON.createParser(body)) {
            boolean list = json.nextToken() == JsonToken.START_ARRAY;
            while (list && json.nextToken() == JsonToken.VALUE_STRING && refs.size() <= most) {
                refs.add(ref("id", json.getText()));
            }
            if (!list || refs.size() > most) {
                throw new Problem.BadRequest(
                        Words.of(
                                "地块应为“图层：编号”的列表，最多 " + most + " 个。",
                                "The plots are a list of \"layer:id\", " + most + " at most."),
                        null);
            }
        }
        return refs;
    }

    /** A feature as {@code layer:id}. */
    public static FeatureRef ref(String name, @Nullable String text) {
        String[] parts = text == null ? new String[0] : text.split(":", -1);
        if (parts.length != 2) {
            throw new Problem.BadRequest(Words.of("参数 " + name + " 应为“图层：编号”。", name + " is \"layer:id\"."), name);
        }
        return new FeatureRef(parts[0], number(name, parts[1]));
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
