package org.greenplan.ogc.ask;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.greenplan.problem.Words;

/** A way from one resource to another: what it is to this one, where it is, in which form, and what people call it. */
public record Link(String rel, String href, String type, Words title, boolean template) {
    /** A way whose address is one. */
    public Link(String rel, String href, String type, Words title) {
        this(rel, href, type, title, false);
    }

    /** Writes the member {@code links} into the object that is open. */
    public static void write(JsonGenerator json, List<Link> links, Locale language) throws IOException {
        json.writeArrayFieldStart("links");
        for (Link link : links) {
            json.writeStartObject();
            json.writeStringField("rel", link.rel);
            json.writeStringField("href", link.href);
            json.writeStringField("type", link.type);
            json.writeStringField("title", link.title.in(language));
            if (link.template) {
                json.writeBooleanField("templated", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
