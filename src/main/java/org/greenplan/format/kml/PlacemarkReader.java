package org.greenplan.format.kml;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.greenplan.format.FieldTypes;
import org.greenplan.format.PlotId;
import org.jspecify.annotations.Nullable;

/** Reads one placemark: its name, its data, its shape. */
final class PlacemarkReader {
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_VALUE = 100_000;
    private static final int MOST_CHARS = 4_000_000;

    private final KmlText xml;
    private final KmlSchemas schemas;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private long chars;

    PlacemarkReader(KmlText xml, KmlSchemas schemas) {
        this.xml = xml;
        this.schemas = schemas;
    }

    /** Stands on the start of a Placemark and stops on its end. */
    KmlPlacemark read(long number, int container) throws XMLStreamException {
        String id = xml.attribute("id");
        KmlShapes shapes = new KmlShapes(xml, number);
        String name = "";
        String description = "";
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "name" -> name = xml.text(LONGEST_NAME).strip();
                case "description" -> description = xml.text(LONGEST_VALUE).strip();
                case "ExtendedData" -> extended();
                case "Style", "StyleMap", "TimeStamp", "TimeSpan", "LookAt", "Camera", "Region" -> xml.skip();
                default -> {
                    if (!shapes.take(0)) {
                        xml.skip();
                    }
                }
            }
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        if (!name.isEmpty()) {
            all.put("name", FieldTypes.faithful(name, FieldTypes.dated(name)));
        }
        boolean ours = PlotId.in(values) != null;
        Map<String, @Nullable Object> balloon = ours ? Map.of() : KmlBalloon.of(description);
        if (!balloon.isEmpty()) {
            description = "";
            // ArcGIS numbers its placemarks and leaves the name to the table.
            if (name.matches("\\d{1,9}")) {
                all.remove("name");
            }
            balloon.forEach(all::putIfAbsent);
        }
        if (!description.isEmpty() && !ours) {
            all.put("description", description);
        }
        all.putAll(values);
        return new KmlPlacemark(number, container, id, all, shapes.shape(), shapes.notes());
    }

    private void extended() throws XMLStreamException {
        while (xml.nextChild()) {
            if (xml.name().equals("Data")) {
                String name = String.valueOf(xml.attribute("name"));
                String value = xml.child("value", LONGEST_VALUE);
                put(name, FieldTypes.faithful(value, FieldTypes.typed(value)));
            } else if (xml.name().equals("SchemaData")) {
                String schema = xml.attribute("schemaUrl");
                while (xml.nextChild()) {
                    String name = String.valueOf(xml.attribute("name"));
                    put(name, schemas.value(schema, name, xml.text(LONGEST_VALUE)));
                }
            } else {
                xml.skip();
            }
        }
    }

    private void put(String name, @Nullable Object value) {
        chars += name.length() + 16 + (value instanceof String text ? text.length() : 0);
        if (chars > MOST_CHARS) {
            throw xml.broken("一个地标的属性过多。", "a placemark with too much data.");
        }
        values.put(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, value);
    }
}
