package org.greenplan.format.kml;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.greenplan.format.FieldTypes;
import org.jspecify.annotations.Nullable;

/** What the schemas of a document say of their fields' types. */
final class KmlSchemas {
    private static final int MOST = 20_000;

    private final Map<String, String> types = new HashMap<>();

    /** Stands on the start of a Schema. */
    void read(KmlText xml) throws XMLStreamException {
        String schema = String.valueOf(xml.attribute("id"));
        while (xml.nextChild()) {
            if (xml.name().equals("SimpleField") && types.size() < MOST) {
                types.put(schema + "/" + xml.attribute("name"), String.valueOf(xml.attribute("type")));
            }
            xml.skip();
        }
    }

    /**
     * The value as its schema types it; texts that are dates become dates.
     *
     * @param schemaUrl such as {@code #parks}
     */
    @Nullable
    Object value(@Nullable String schemaUrl, String name, String text) {
        String schema = schemaUrl == null ? "" : schemaUrl.substring(schemaUrl.indexOf('#') + 1);
        String type = types.getOrDefault(schema + "/" + name, "");
        String word = text.strip();
        if (word.isEmpty()) {
            return null;
        }
        Object typed = FieldTypes.typed(word);
        return switch (type) {
            case "int", "uint", "short", "ushort" -> typed instanceof Long ? typed : word;
            case "float", "double" -> real(word);
            case "bool" -> word.equals("1") || word.equalsIgnoreCase("true");
            case "string" -> FieldTypes.faithful(text, FieldTypes.dated(text));
            default -> FieldTypes.faithful(text, typed);
        };
    }

    private static Object real(String word) {
        try {
            double value = word.length() > 40 ? Double.NaN : Double.parseDouble(word);
            return Double.isFinite(value) ? (Object) value : word;
        } catch (NumberFormatException e) {
            return word;
        }
    }
}
