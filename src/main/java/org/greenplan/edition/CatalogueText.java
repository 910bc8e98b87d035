package org.greenplan.edition;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Belt;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.CodeList;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Style;
import org.greenplan.json.JsonText;
import org.greenplan.list.ListColumn;
import org.greenplan.list.ListForm;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue in the words that {@link org.greenplan.catalogue.CatalogueReader} reads: one text for each layer, kind of record and code
 * list. They are JSON, which is YAML that no two programs write differently.
 */
public final class CatalogueText {
    /** So much of the hash names an edition beyond doubt and can still be read out on the telephone. */
    private static final int EDITION_BYTES = 8;

    private CatalogueText() {}

    /** Texts by the names of the files they would be. */
    public static Bundled of(Catalogue catalogue) {
        Map<String, String> files = new LinkedHashMap<>();
        new TreeMap<>(catalogue.codeLists()).values().forEach(list -> files.put("codes/" + list.id(), codeList(list)));
        catalogue.layers().forEach(layer -> files.put("layers/" + layer.id(), type(layer)));
        catalogue.records().forEach(kind -> files.put("records/" + kind.id(), type(kind)));
        return new Bundled(files);
    }

    /** What names a catalogue: 16 hexadecimal digits that are others as soon as a word of it is another. */
    public static String edition(Catalogue catalogue) {
        return edition(of(catalogue));
    }

    static String edition(Bundled texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(texts.files())
                    .forEach((name, text) ->
                            digest.update((name + '\n' + text + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, EDITION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String codeList(CodeList list) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("id", list.id());
            JsonText.words(json, "title", list.title());
            optional(json, "source", list.source());
            optional(json, "edition", list.edition());
            json.writeArrayFieldStart("codes");
            for (Code code : list.codes()) {
                json.writeStartObject();
                json.writeStringField("code", code.code());
                JsonText.words(json, "title", code.title());
                optional(json, "parent", code.parent());
                json.writeNumberField("rank", code.rank());
                optional(json, "colour", code.colour());
                optional(json, "dark_colour", code.darkColour());
                json.writeBooleanField("adds_green", code.addsGreen());
                Code.Severity severity = code.severity();
                optional(json, "severity", severity == null ? null : spelled(severity));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static String type(LayerType type) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("id", type.id());
            JsonText.words(json, "title", type.title());
            json.writeStringField("label", type.label());
            if (!type.isRecord()) {
                json.writeStringField("geometry", spelled(type.geometry()));
                json.writeStringField("role", spelled(type.role()));
                json.writeNumberField("order", type.order());
                texts(json, "aliases", type.aliases());
                belt(json, type.belt());
                style(json, type.style());
            }
            json.writeArrayFieldStart("attributes");
            for (Attribute attribute : type.attributes()) {
                attribute(json, attribute);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void attribute(JsonGenerator json, Attribute attribute) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", attribute.name());
        JsonText.words(json, "title", attribute.title());
        json.writeStringField("type", spelled(attribute.type()));
        list(json, attribute.list());
        optional(json, "unit", attribute.unit());
        if (attribute.required()) {
            json.writeBooleanField("required", true);
        }
        optional(json, "default", attribute.defaultValue());
        optional(json, "min", attribute.min());
        optional(json, "max", attribute.max());
        optional(json, "max_length", attribute.maxLength());
        optional(json, "codes", attribute.codeList());
        role(json, attribute);
        texts(json, "aliases", attribute.aliases());
        json.writeEndObject();
    }

    private static void list(JsonGenerator json, @Nullable ListForm list) throws IOException {
        if (list == null) {
            return;
        }
        json.writeStringField("of", list.table() ? "rows" : "number");
        optional(json, "length", list.length());
        optional(json, "labels", list.months() ? "months" : null);
        optional(json, "sorted_by", list.sortedBy());
        json.writeNumberField("max_rows", list.maxRows());
        if (!list.table()) {
            json.writeBooleanField("open", list.columns().get(0).open());
            return;
        }
        json.writeArrayFieldStart("columns");
        for (ListColumn column : list.columns()) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            JsonText.words(json, "title", column.title());
            optional(json, "unit", column.unit());
            optional(json, "min", column.min());
            optional(json, "max", column.max());
            json.writeBooleanField("open", column.open());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What is called by the word of a role and has none says so. */
    private static void role(JsonGenerator json, Attribute attribute) throws IOException {
        if (attribute.role() != null) {
            json.writeStringField("role", spelled(attribute.role()));
        } else if (AttributeRole.named(attribute.name()).isPresent() && attribute.list() == null) {
            json.writeNullField("role");
        }
    }

    private static void belt(JsonGenerator json, @Nullable Belt belt) throws IOException {
        if (belt != null) {
            json.writeObjectFieldStart("belt");
            json.writeStringField("left", belt.leftWidth());
            json.writeStringField("right", belt.rightWidth());
            json.writeEndObject();
        }
    }

    private static void style(JsonGenerator json, Style style) throws IOException {
        json.writeObjectFieldStart("style");
        optional(json, "fill", style.fill());
        json.writeNumberField("fill_opacity", style.fillOpacity());
        json.writeStringField("stroke", style.stroke());
        json.writeNumberField("width", style.strokeWidthPx());
        json.writeFieldName("dash");
        JsonText.value(json, style.dash());
        json.writeStringField("pattern", style.pattern());
        json.writeNumberField("min_zoom", style.minZoom());
        json.writeNumberField("order", style.order());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, Collection<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            json.writeFieldName(name);
            JsonText.value(json, texts);
        }
    }

    private static void optional(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            JsonText.value(json, value);
        }
    }

    private static String spelled(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
