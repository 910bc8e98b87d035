package org.greenplan.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/** JSON read whole. What reads is made on first use: a start that reads none does without. */
public final class JsonTree {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonTree() {}

    /** The tree of a text; a missing node for an empty one. */
    public static JsonNode of(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }

    /** The tree of a body in UTF-8; an empty object for an empty one. */
    public static JsonNode of(byte[] utf8) throws IOException {
        return utf8.length == 0 ? JSON.createObjectNode() : JSON.readTree(utf8);
    }

    /** The object of a text as maps and lists. */
    public static Map<?, ?> map(String text) throws JsonProcessingException {
        return JSON.readValue(text, Map.class);
    }
}
