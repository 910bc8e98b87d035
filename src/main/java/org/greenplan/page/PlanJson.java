package org.greenplan.page;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CodeList;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Style;
import org.greenplan.count.Areas;
import org.greenplan.crs.GaussKruger;
import org.greenplan.crs.Plane;
import org.greenplan.geo.Unit;
import org.greenplan.json.JsonText;
import org.greenplan.list.ListColumn;
import org.greenplan.list.ListForm;
import org.jspecify.annotations.Nullable;

/** The plan, its catalogue and its targets as the page reads them. */
public final class PlanJson {
    private PlanJson() {}

    public static void areas(JsonGenerator json, String name, Areas areas) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("planeM2", areas.planeM2());
        json.writeNumberField("ellipsoidM2", areas.ellipsoidM2());
        json.writeEndObject();
    }

    /** A plane: its text, and the numbers by which the page draws and measures on it. */
    static void plane(JsonGenerator json, String name, Plane plane) throws IOException {
        GaussKruger gk = plane.projection();
        json.writeObjectFieldStart(name);
        json.writeStringField("text", plane.text());
        JsonText.words(json, "title", plane.title());
        json.writeNumberField("meridianDeg", gk.centralMeridianDeg());
        json.writeNumberField("falseEastingM", gk.falseEastingM());
        json.writeNumberField("falseNorthingM", gk.falseNorthingM());
        json.writeNumberField("semiMajorM", gk.semiMajorM());
        json.writeEndObject();
    }

    static void layer(JsonGenerator json, LayerType layer, int planYear, long count, long version) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", layer.id());
        JsonText.words(json, "title", layer.title());
        json.writeStringField("geometry", spelled(layer.geometry()));
        json.writeStringField("role", spelled(layer.role()));
        json.writeNumberField("order", layer.order());
        json.writeStringField("label", layer.label());
        var belt = layer.belt();
        if (belt != null) {
            json.writeFieldName("belt");
            JsonText.value(json, Map.of("left", belt.leftWidth(), "right", belt.rightWidth()));
        }
        style(json, layer.style());
        attributes(json, layer, planYear);
        json.writeNumberField("count", count);
        json.writeNumberField("version", version);
        json.writeFieldName("aliases");
        JsonText.value(json, layer.aliases());
        json.writeEndObject();
    }

    /** A kind of record, as far as its form needs it. */
    static void kind(JsonGenerator json, LayerType kind) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", kind.id());
        JsonText.words(json, "title", kind.title());
        json.writeStringField("label", kind.label());
        attributes(json, kind, 0);
        json.writeEndObject();
    }

    private static void attributes(JsonGenerator json, LayerType type, int planYear) throws IOException {
        json.writeArrayFieldStart("attributes");
        for (Attribute attribute : type.attributes()) {
            attribute(json, attribute, type.beginning(attribute, planYear));
        }
        json.writeEndArray();
    }

    static void codes(JsonGenerator json, CodeList list) throws IOException {
        json.writeStartObject();
        JsonText.words(json, "title", list.title());
        json.writeFieldName("source");
        JsonText.value(json, list.source());
        json.writeFieldName("edition");
        JsonText.value(json, list.edition());
        json.writeArrayFieldStart("codes");
        for (var code : list.codes()) {
            json.writeStartObject();
            json.writeStringField("code", code.code());
            JsonText.words(json, "title", code.title());
            json.writeFieldName("parent");
            JsonText.value(json, code.parent());
            json.writeNumberField("rank", code.rank());
            json.writeFieldName("colour");
            JsonText.value(json, code.colour());
            json.writeFieldName("darkColour");
            JsonText.value(json, code.darkColour());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** In what figures are read: factors, names and decimals, which the page has from nowhere else. */
    static void units(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("units");
        for (Unit unit : Unit.values()) {
            json.writeStartObject();
            json.writeStringField("id", unit.id());
            json.writeNumberField("size", unit.size());
            json.writeNumberField("decimals", unit.glanceDecimals());
            JsonText.words(json, "title", unit.title());
            json.writeObjectFieldStart("headline");
            headline(json, "zh", unit.headlineZh());
            headline(json, "en", unit.headlineEn());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void headline(JsonGenerator json, String language, Unit.Headline headline) throws IOException {
        json.writeObjectFieldStart(language);
        json.writeNumberField("size", headline.size());
        json.writeNumberField("decimals", headline.decimals());
        json.writeStringField("title", headline.title());
        json.writeEndObject();
    }

    /** The code list of each role that has one: the page names no list itself. */
    static void roles(JsonGenerator json, Catalogue catalogue) throws IOException {
        json.writeObjectFieldStart("roles");
        for (AttributeRole role : AttributeRole.values()) {
            CodeList list = catalogue.codes(role).orElse(null);
            if (list != null) {
                json.writeStringField(role.spelled(), list.id());
            }
        }
        json.writeEndObject();
    }

    private static void style(JsonGenerator json, Style style) throws IOException {
        json.writeObjectFieldStart("style");
        json.writeFieldName("fill");
        JsonText.value(json, style.fill());
        json.writeNumberField("fillOpacity", style.fillOpacity());
        json.writeStringField("stroke", style.stroke());
        json.writeNumberField("width", style.strokeWidthPx());
        json.writeFieldName("dash");
        JsonText.value(json, style.dash());
        json.writeStringField("pattern", style.pattern());
        json.writeNumberField("minZoom", style.minZoom());
        json.writeNumberField("order", style.order());
        json.writeEndObject();
    }

    private static void attribute(JsonGenerator json, Attribute attribute, @Nullable Object beginning)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", attribute.name());
        JsonText.words(json, "title", attribute.title());
        json.writeStringField("type", spelled(attribute.type()));
        member(json, "unit", attribute.unit());
        json.writeBooleanField("required", attribute.required());
        member(json, "default", beginning);
        member(json, "min", attribute.min());
        member(json, "max", attribute.max());
        member(json, "maxLength", attribute.maxLength());
        member(json, "codes", attribute.codeList());
        AttributeRole role = attribute.role();
        member(json, "role", role == null ? null : role.spelled());
        json.writeFieldName("aliases");
        JsonText.value(json, attribute.aliases());
        ListForm list = attribute.list();
        if (list != null) {
            json.writeFieldName("list");
            list(json, list);
        }
        json.writeEndObject();
    }

    /** What the list of a record looks like; a plain list has one column. */
    private static void list(JsonGenerator json, ListForm list) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("table", list.table());
        member(json, "length", list.length());
        json.writeBooleanField("months", list.months());
        member(json, "sortedBy", list.sortedBy());
        json.writeNumberField("maxRows", list.maxRows());
        json.writeArrayFieldStart("columns");
        for (ListColumn column : list.columns()) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            JsonText.words(json, "title", column.title());
            member(json, "unit", column.unit());
            member(json, "min", column.min());
            member(json, "max", column.max());
            json.writeBooleanField("open", column.open());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void member(JsonGenerator json, String name, @org.jspecify.annotations.Nullable Object value)
            throws IOException {
        json.writeFieldName(name);
        JsonText.value(json, value);
    }

    private static String spelled(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
