package org.greenplan.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.greenplan.json.JsonTree;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.verdicts.WhatIf;
import org.greenplan.water.Stage;

/** Reads what somebody would like to try with the water, without writing it. */
final class WhatIfReader {
    private static final Set<String> KEYS = Set.of("state", "year", "close", "without", "scale");

    private WhatIfReader() {}

    /** A question of a state of the works in a typical year; an empty year is the driest. */
    record Question(Stage state, String year, WhatIf what) {}

    /** Reads a body such as {@code {"state":"all","year":"dry","close":["water_links/3"],"without":["..."],"scale":[{"id":"..","factor":1.2}]}}. */
    static Question read(byte[] body) throws IOException {
        JsonNode tree = JsonTree.of(body);
        if (!tree.isObject()) {
            throw new Problem.Invalid(Words.of("请求应为一个对象。", "The request is an object."), "");
        }
        tree.fieldNames().forEachRemaining(name -> {
            if (!KEYS.contains(name)) {
                throw new Problem.Invalid(
                        Words.of("不认识的字段“" + name + "”。", "There is no field \"" + name + "\" here."), name);
            }
        });
        Map<String, Double> scale = new LinkedHashMap<>();
        for (JsonNode one : tree.path("scale")) {
            if (!one.path("id").isTextual() || !one.path("factor").isNumber()) {
                throw new Problem.Invalid(
                        Words.of("scale 的每一项应有 id 和 factor。", "Each entry of scale has an id and a factor."), "scale");
            }
            scale.put(one.path("id").asText(), one.path("factor").asDouble());
        }
        return new Question(
                WaterApi.state(tree.path("state").asText("")),
                tree.path("year").asText(""),
                new WhatIf(texts(tree, "close"), texts(tree, "without"), scale));
    }

    private static Set<String> texts(JsonNode tree, String name) {
        Set<String> texts = new LinkedHashSet<>();
        JsonNode list = tree.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new Problem.Invalid(Words.of(name + " 应为列表。", name + " is a list."), name);
        }
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
