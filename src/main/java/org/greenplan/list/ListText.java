package org.greenplan.list;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** Lists and tables of numbers as JSON, in requests and in the column of a store. */
public final class ListText {
    /** So many rows may stand in any list. */
    public static final int MOST_ROWS = 2000;

    private static final JsonFactory JSON = new JsonFactory();
    /** Above, a double has no ones. */
    private static final double GREATEST_WHOLE = 1L << 53;

    private ListText() {}

    /** A list as a line of JSON; whole numbers without a point. */
    static String of(ListValue list) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes an array of numbers, or of objects of numbers. */
    public static void write(JsonGenerator json, ListValue list) throws IOException {
        json.writeStartArray();
        for (List<@Nullable Double> row : list.rows()) {
            if (list.columns().isEmpty()) {
                write(json, row.get(0));
                continue;
            }
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeFieldName(list.columns().get(i));
                write(json, row.get(i));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The list that a text is; nothing where it is none. */
    public static Optional<ListValue> value(@Nullable String text) {
        return ListValue.ofJson(raw(text));
    }

    /** The list on whose beginning the parser stands; nothing where it is none. It is left on the end. */
    public static Optional<ListValue> value(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.START_ARRAY ? ListValue.ofJson(raw(json, "")) : Optional.empty();
    }

    /** What a text of JSON says, list or not; null where it is no JSON or more than a list can be. */
    static @Nullable Object raw(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try (JsonParser json = JSON.createParser(text)) {
            Object raw = json.nextToken() == JsonToken.START_ARRAY ? raw(json, "") : null;
            return json.nextToken() == null ? raw : null;
        } catch (IOException | Problem.Invalid e) {
            return null;
        }
    }

    /**
     * An array as it came: numbers, texts, yes and no, null, and objects of these. The parser stands on its beginning and is left on its end.
     *
     * @param at name of the field for problems
     */
    public static List<@Nullable Object> raw(JsonParser json, String at) throws IOException {
        List<@Nullable Object> entries = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (entries.size() == MOST_ROWS) {
                throw new Problem.Invalid(
                        Words.of(
                                "列表最多 " + MOST_ROWS + " 行，请删减。", "A list may have " + MOST_ROWS + " rows. Shorten it."),
                        at);
            }
            String place = at + "[" + entries.size() + "]";
            entries.add(json.currentToken() == JsonToken.START_OBJECT ? row(json, place) : scalar(json, place));
        }
        return entries;
    }

    private static Map<String, @Nullable Object> row(JsonParser json, String at) throws IOException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            row.put(name, scalar(json, at + "." + name));
        }
        return row;
    }

    private static @Nullable Object scalar(JsonParser json, String at) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default ->
                throw new Problem.Invalid(
                        Words.of("列表中只能是数，或由数组成的行。", "A list holds numbers, or rows of numbers."), at);
        };
    }

    private static void write(JsonGenerator json, @Nullable Double cell) throws IOException {
        if (cell == null) {
            json.writeNull();
        } else if (cell == Math.rint(cell) && Math.abs(cell) < GREATEST_WHOLE) {
            json.writeNumber((long) (double) cell);
        } else {
            json.writeNumber(cell);
        }
    }
}
