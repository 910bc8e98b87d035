package org.greenplan.shelf;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.Role;
import org.greenplan.crs.Crs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureBody;
import org.greenplan.plan.PlanRecords;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads a new plan off the page's request: {@code {id, identity: {…}, targets: [{…}], features: [{layer, feature}]}}. The id is the number that the
 * plan will have; identity and targets have the attributes of their records; features are of the district and its sub-districts, in longitude
 * and latitude.
 */
final class NewPlanReader {
    private static final int MOST_TARGETS = 200;
    private static final int MOST_FEATURES = 5000;

    private final Catalogue catalogue;
    private final Map<String, @Nullable Object> identity = new LinkedHashMap<>();
    private final List<Change.Create> targets = new ArrayList<>();
    private final List<Change.Create> features = new ArrayList<>();

    private String number = PlanRecords.newNumber();

    NewPlanReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    NewPlan read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw invalid("", "应为 JSON 对象。", "A JSON object is expected here.");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "id" -> number = number(json.getText());
                case "identity" -> identity.putAll(properties(json, name));
                case "targets" ->
                    each(json, name, MOST_TARGETS, at -> targets.add(record(PlanRecords.TARGET, properties(json, at))));
                case "features" -> each(json, name, MOST_FEATURES, at -> features.add(feature(json, at)));
                default ->
                    throw invalid(
                            name,
                            "没有“" + name + "”这一项。",
                            "\"" + name + "\" is none of id, identity, targets, features.");
            }
        }
        return plan();
    }

    /** As long as no two pages make the same, and as short as plans keep. */
    private static String number(String id) {
        if (!id.matches("[A-Za-z0-9._:-]{8,60}")) {
            throw invalid(
                    "id",
                    "id 应为 8 至 60 个字母、数字或 . _ : -，每个新规划各不相同。",
                    "id is 8 to 60 letters, digits or . _ : - and another one for each new plan.");
        }
        return id;
    }

    private NewPlan plan() {
        identity.keySet().removeAll(List.of("plan_id", "catalogue"));
        identity.putIfAbsent("code", "plan");
        identity.putIfAbsent("line_tolerance_m", PlanProfile.USUAL_LINE_TOLERANCE_M);
        identity.putIfAbsent("time_zone", PlanProfile.CHINA_TIME.getId());
        identity.put("plan_id", number);
        for (String name : List.of("title_zh", "title_en", "district_zh", "district_en")) {
            if (identity.get(name) instanceof String text) {
                identity.put(name, oneLine(text, "identity." + name));
            }
        }
        if (features.isEmpty()) {
            throw invalid("features", "请画出区界，或用文件导入。", "Draw the district's boundary, or take it from a file.");
        }
        List<Change.Create> creates = new ArrayList<>(List.of(record(PlanRecords.IDENTITY, identity)));
        List<String> named = new ArrayList<>(List.of("identity"));
        name("targets", targets, creates, named);
        name("features", features, creates, named);
        return new NewPlan(creates, named);
    }

    private static void name(String what, List<Change.Create> some, List<Change.Create> all, List<String> named) {
        for (int i = 0; i < some.size(); i++) {
            all.add(some.get(i));
            named.add(what + "[" + i + "]");
        }
    }

    private Change.Create feature(JsonParser json, String at) throws IOException {
        start(json, at);
        LayerType layer = null;
        FeatureBody body = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("layer")) {
                layer = layer(json.getText(), at + ".layer");
            } else if (name.equals("feature")) {
                body = FeatureBody.read(json, at, Crs.CRS84);
            } else {
                throw invalid(
                        at + "." + name, "没有“" + name + "”这一项。", "\"" + name + "\" is neither layer nor feature.");
            }
        }
        Geometry shape = body == null ? null : body.geometry();
        if (layer == null || body == null || shape == null) {
            throw invalid(
                    at, "每个图形应有 layer 和 feature（含 geometry）。", "Each has a layer and a feature with its geometry.");
        }
        Map<String, @Nullable Object> properties = body.properties();
        return new Change.Create(layer.id(), null, 1, properties == null ? Map.of() : properties, shape);
    }

    private LayerType layer(String id, String at) {
        return catalogue
                .findLayer(id)
                .filter(layer -> layer.role() == Role.BOUNDARY || layer.role() == Role.ZONE)
                .orElseThrow(() -> invalid(
                        at,
                        "新规划只从区界和分区开始，没有界线图层“" + id + "”。",
                        "A new plan begins with its district and sub-districts; \"" + id
                                + "\" is no layer of boundaries."));
    }

    private static Change.Create record(String kind, Map<String, @Nullable Object> properties) {
        return new Change.Create(kind, null, 1, properties, Feature.NO_SHAPE);
    }

    /** It stands in headings and in names of files. */
    private static String oneLine(String text, String field) {
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid(field, "名称不能含换行等控制字符。", "A name has no line breaks or other control characters.");
        }
        return text.strip();
    }

    /** The properties alone, as of a record. */
    private static Map<String, @Nullable Object> properties(JsonParser json, String at) throws IOException {
        start(json, at);
        return FeatureBody.properties(json, at);
    }

    private interface Item {
        void at(String place) throws IOException;
    }

    private static void each(JsonParser json, String name, int most, Item item) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw invalid(name, "应为数组。", "A list is expected here.");
        }
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (count == most) {
                throw new Problem.TooLarge(
                        Words.of(name + " 最多 " + most + " 项。", name + " has " + most + " items at most."));
            }
            item.at(name + "[" + count++ + "]");
        }
    }

    private static void start(JsonParser json, String at) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw invalid(at, "应为 JSON 对象。", "A JSON object is expected here.");
        }
    }

    private static Problem.Invalid invalid(String field, String zh, String en) {
        return new Problem.Invalid(Words.of(zh, en), field.isEmpty() ? null : field);
    }
}
