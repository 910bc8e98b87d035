package org.greenplan.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.greenplan.list.ListText;
import org.greenplan.list.ListValue;
import org.greenplan.problem.Words;

/** JSON written as a stream into a text. */
public final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    /** What writes into a generator. */
    public interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    public static String of(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes UTF-8 as it comes and leaves the stream open. */
    public static void write(OutputStream out, Writing writing) {
        try (JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words as a member: an object of both languages. */
    public static void words(JsonGenerator json, String name, Words words) throws IOException {
        json.writeFieldName(name);
        words(json, words);
    }

    /** Words as an object of both languages. */
    public static void words(JsonGenerator json, Words words) throws IOException {
        json.writeStartObject();
        json.writeStringField("zh", words.zh());
        json.writeStringField("en", words.en());
        json.writeEndObject();
    }

    /** A value of an attribute, a map or a list of anything; anything unknown by its text. */
    public static void value(JsonGenerator json, @org.jspecify.annotations.Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Integer number) {
            json.writeNumber(number.intValue());
        } else if (value instanceof Long number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Double number) {
            json.writeNumber(number.doubleValue());
        } else if (value instanceof ListValue list) {
            ListText.write(json, list);
        } else if (value instanceof java.util.Map<?, ?> map) {
            json.writeStartObject();
            for (var entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                value(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                value(json, item);
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }
}
