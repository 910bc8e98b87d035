package org.greenplan.register;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.Millionths;
import org.greenplan.feature.FeatureRef;
import org.greenplan.json.JsonText;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.page.PlanJson;
import org.jspecify.annotations.Nullable;

/** The table of plots as the page reads it. */
final class PlotJson {
    /** What the page reads under the name of its role, whatever the catalogue calls it. */
    private static final List<AttributeRole> MEANT = List.of(
            AttributeRole.NAME,
            AttributeRole.CODE,
            AttributeRole.CLASS,
            AttributeRole.STATUS,
            AttributeRole.OFFICE,
            AttributeRole.PERSON,
            AttributeRole.START,
            AttributeRole.FINISH,
            AttributeRole.YEAR);

    private PlotJson() {}

    /** A plot with its figures; {@code zones} and {@code targets} by their codes. */
    static void row(JsonGenerator json, LedgerStore.Row row, LayerType layer, List<String> zones, List<String> targets)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("layer", row.ref().layer());
        json.writeNumberField("id", row.ref().id());
        json.writeNumberField("version", row.version());
        json.writeFieldName("attributes");
        JsonText.value(json, shown(layer, row.attributes()));
        PlanJson.areas(json, "gross", row.gross());
        PlanJson.areas(json, "net", row.net());
        json.writeNumberField("grossLengthM", row.grossLengthM());
        json.writeNumberField("lengthM", row.lengthM());
        json.writeFieldName("zones");
        JsonText.value(json, zones);
        json.writeFieldName("targets");
        JsonText.value(json, targets);
        json.writeEndObject();
    }

    /** Members of an object that is open. */
    static void sums(JsonGenerator json, PlotSums sums) throws IOException {
        json.writeNumberField("plots", sums.plots());
        PlanJson.areas(json, "gross", sums.gross());
        PlanJson.areas(json, "net", sums.net());
        json.writeNumberField("lengthM", Millionths.value(sums.lengthUm()));
    }

    /** The numbers of plots by their layers. */
    static void refs(JsonGenerator json, Collection<FeatureRef> refs) throws IOException {
        Map<String, List<Long>> byLayer = new LinkedHashMap<>();
        refs.forEach(ref ->
                byLayer.computeIfAbsent(ref.layer(), l -> new ArrayList<>()).add(ref.id()));
        json.writeFieldName("refs");
        JsonText.value(json, byLayer);
    }

    /** What the table shows of a plot. */
    private static Map<String, @Nullable Object> shown(LayerType layer, Map<String, @Nullable Object> attributes) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        for (AttributeRole role : MEANT) {
            Object value = layer.value(role, attributes);
            if (value != null) {
                shown.put(role.spelled(), value);
            }
        }
        return shown;
    }
}
