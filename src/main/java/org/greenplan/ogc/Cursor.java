package org.greenplan.ogc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureOrder;
import org.greenplan.feature.FeatureOrder.Place;
import org.greenplan.json.JsonText;
import org.greenplan.json.JsonTree;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The place after which the next page begins: the last feature's number and the values it was sorted by. What others write in the
 * meantime neither repeats nor hides a feature, as counting rows would.
 */
final class Cursor {
    private Cursor() {}

    static String after(Feature last, List<FeatureOrder> order, NetFigures figures) {
        String text = JsonText.of(json -> {
            json.writeStartArray();
            json.writeNumber(last.ref().id());
            for (FeatureOrder key : order) {
                JsonText.value(json, figures.told(last, key.name()));
            }
            json.writeEndArray();
        });
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Place parse(String text, List<FeatureOrder> order) {
        try {
            JsonNode array = JsonTree.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (array != null
                    && array.isArray()
                    && array.size() == order.size() + 1
                    && array.get(0).isIntegralNumber()) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < order.size(); i++) {
                    values.add(value(array.get(i + 1), order.get(i).type()));
                }
                return new Place(array.get(0).longValue(), values);
            }
        } catch (IllegalArgumentException | JsonProcessingException | java.time.DateTimeException e) {
            // Told below, like every other text that is no cursor of ours.
        }
        throw new Problem.BadRequest(
                Words.of("cursor 无效，请使用 next 链接原样访问。", "This cursor is none of ours. Follow the next link as it is."),
                "cursor");
    }

    private static @Nullable Object value(JsonNode node, AttributeType type) {
        if (node.isNull()) {
            return null;
        }
        return switch (type) {
            case TEXT, LIST -> node.textValue();
            case INTEGER -> node.longValue();
            case REAL -> node.doubleValue();
            case BOOLEAN -> node.booleanValue();
            case DATE -> LocalDate.parse(node.asText());
        };
    }
}
