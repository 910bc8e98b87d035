package org.greenplan.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.format.SourceField;
import org.greenplan.plan.AttributeCheck;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.recognise.LayerChoice;
import org.jspecify.annotations.Nullable;

/** Refuses choices that name what is neither in the file nor in the catalogue, before any record is read. */
record ChoiceCheck(Catalogue catalogue, int planYear) {
    void check(LayerChoice choice, List<SourceField> fields) {
        LayerType layer = catalogue.layer(choice.target());
        String at = "layers[" + choice.source() + "]";
        choice.fields().forEach((field, attribute) -> {
            if (fields.stream().noneMatch(f -> f.name().equals(field))) {
                throw unknown(
                        at + ".fields",
                        "文件没有字段“" + field + "”。可用：",
                        "The file has no column \"" + field + "\". It has: ",
                        fields.stream().map(SourceField::name).collect(Collectors.joining(", ")));
            }
            attribute(layer, attribute, at + ".fields");
        });
        String key = choice.key();
        if (key != null) {
            attribute(layer, key, at + ".key");
        }
        Map<String, @Nullable Object> fixed = new LinkedHashMap<>(choice.fixed());
        new AttributeCheck(catalogue, layer, planYear).of(fixed, AttributeCheck.Need.DRAFT, at + ".fixed");
    }

    private static void attribute(LayerType layer, String name, String at) {
        if (layer.find(name).isEmpty()) {
            throw unknown(
                    at,
                    "图层“" + layer.title().zh() + "”没有属性“" + name + "”。可用：",
                    "The layer " + layer.title().en() + " has no attribute \"" + name + "\". It has: ",
                    layer.attributes().stream().map(Attribute::name).collect(Collectors.joining(", ")));
        }
    }

    private static Problem.Invalid unknown(String at, String zh, String en, String known) {
        return new Problem.Invalid(Words.of(zh + known + "。", en + known + "."), at);
    }
}
