package org.greenplan.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.FeatureOrder;
import org.greenplan.ledger.LedgerTables;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** Reads {@code sortby=+name,-year}. */
final class SortKey {
    private SortKey() {}

    static List<FeatureOrder> parse(String text, LayerType layer) {
        List<FeatureOrder> keys = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String name = part.strip();
            boolean descending = name.startsWith("-");
            if (descending || name.startsWith("+")) {
                name = name.substring(1);
            }
            String attribute = name;
            keys.add(layer.find(attribute)
                    .map(found -> FeatureOrder.of(found, descending))
                    .or(() -> NetFigures.find(layer, attribute)
                            .map(figure -> new FeatureOrder(
                                    attribute,
                                    AttributeType.REAL,
                                    LedgerTables.figure(layer, figure.column()),
                                    descending)))
                    .orElseThrow(() -> unknown(attribute, layer, "sortby")));
        }
        return keys;
    }

    /** The attributes named, or a problem that lists those there are. */
    static List<String> attributes(String parameter, String text, LayerType layer) {
        List<String> names =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        for (String name : names) {
            if (!ItemsQuery.told(layer).contains(name)) {
                throw unknown(name, layer, parameter);
            }
        }
        return names;
    }

    private static Problem.BadRequest unknown(String name, LayerType layer, String parameter) {
        String list = String.join(", ", ItemsQuery.told(layer));
        return new Problem.BadRequest(
                Words.of(
                        "图层 " + layer.id() + " 没有属性“" + name + "”。可用：" + list + "。",
                        "The layer " + layer.id() + " has no attribute \"" + name + "\". Known are: " + list + "."),
                parameter);
    }
}
