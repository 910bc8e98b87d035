package org.greenplan.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.Crs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.Notice;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.Systems;
import org.greenplan.problem.Words;

/** A feature as it was written, and what its writer should know: what was done to its shape on the way in. */
record WrittenItem(Feature feature, List<Notice> notices) {
    WrittenItem {
        notices = List.copyOf(notices);
    }

    /** Answers with the feature, in that coordinate system, where the writer prefers to see it; else the status stands for itself. */
    void answer(Context ctx, LayerType layer, Crs crs, NetFigures figures) {
        String prefer = ctx.header("Prefer");
        if (prefer == null || !prefer.contains("return=representation")) {
            return;
        }
        if (ctx.statusCode() == 204) {
            ctx.status(200);
        }
        Systems.head(ctx, crs);
        ctx.header("Preference-Applied", "return=representation");
        List<String> all = ItemsQuery.told(layer);
        Locale language = Words.language(ctx.header("Accept-Language"));
        Asking.json(ctx, Asking.GEOJSON, json -> {
            json.writeStartObject();
            new ItemJson(layer, crs, all, figures).members(json, feature);
            if (!notices.isEmpty()) {
                notices(json, language);
            }
            json.writeEndObject();
        });
    }

    private void notices(JsonGenerator json, Locale language) throws IOException {
        json.writeArrayFieldStart("notices");
        for (Notice notice : notices) {
            json.writeStartObject();
            json.writeStringField("kind", notice.kind());
            json.writeStringField("detail", notice.words().in(language));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
