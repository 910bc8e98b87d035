package org.greenplan.page;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import org.greenplan.findings.FindingJson;
import org.greenplan.findings.FindingsMemory;
import org.greenplan.findings.FindingsMemory.Known;
import org.greenplan.json.JsonText;
import org.greenplan.plan.PlanDesk;

/** What the rules say of the whole plan. */
public record FindingsApi(PlanDesk desk, FindingsMemory memory) {
    /** Of more than this nobody reads a list; the number of all is told. */
    private static final int MOST = 1000;

    public FindingsApi(PlanDesk desk) {
        this(desk, new FindingsMemory());
    }

    /** GET /api/findings: every hit of the newest changeset, the hardest first, and of what nothing can be said, rule by rule. */
    public void all(Context ctx) {
        Known known = desk.database().read(session -> memory.of(desk.ground(session)));
        ctx.contentType("application/json").result(JsonText.of(json -> write(json, known)));
    }

    private static void write(JsonGenerator json, Known known) throws IOException {
        json.writeStartObject();
        json.writeNumberField("changeset", known.changeset());
        json.writeNumberField("outcomes", known.outcomes());
        json.writeNumberField("count", known.hits().size());
        json.writeArrayFieldStart("hits");
        for (var hit : known.hits().subList(0, Math.min(MOST, known.hits().size()))) {
            FindingJson.hit(
                    json,
                    hit,
                    known.labels().getOrDefault(hit.plot(), hit.plot().toString()));
        }
        json.writeEndArray();
        FindingJson.write(json, known.unchecked());
        json.writeEndObject();
    }
}
