package org.greenplan.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.count.Taken;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.Notice;
import org.greenplan.json.GeoJsonText;
import org.greenplan.json.JsonText;
import org.greenplan.plan.Applied;
import org.greenplan.plan.CheckResult;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Geometry;

/** The one door for writing, and the check of what is not saved yet. */
public record ChangesetApi(PlanDesk desk, RunningChecks checks) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Header with the page and the number of its check: {@code page/number}. */
    private static final String CHECK = "Greenplan-Check";

    private static final Pattern PAGE_AND_NUMBER = Pattern.compile("([A-Za-z0-9-]{8,60})/(\\d{1,15})");

    public ChangesetApi(PlanDesk desk) {
        this(desk, new RunningChecks());
    }

    /** POST /api/changesets */
    public void apply(Context ctx) throws IOException {
        ChangesetJson.Request request;
        try (JsonParser json = JSON.createParser(ctx.bodyAsBytes())) {
            request = ChangesetJson.parse(json, desk.catalogue());
        }
        answer(ctx, desk.apply(request.changeset()), request.notices());
    }

    /** POST /api/check: with the header Greenplan-Check it ends the page's older check, which answers 409 called-off. */
    public void check(Context ctx) throws IOException {
        ChangesetJson.Draft draft;
        try (JsonParser json = JSON.createParser(ctx.bodyAsBytes())) {
            draft = ChangesetJson.parseDraft(json, desk.catalogue());
        }
        String named = ctx.header(CHECK);
        Matcher which = PAGE_AND_NUMBER.matcher(named == null ? "" : named);
        boolean ofPage = which.matches();
        CheckResult result = checks.of(
                ofPage ? which.group(1) : null,
                ofPage ? Long.parseLong(which.group(2)) : 0,
                stages -> desk.check(draft.change(), stages));
        ctx.contentType("application/json")
                .result(JsonText.of(json -> ChangesetJson.write(json, result, draft.notices())));
    }

    /**
     * POST /api/check/taken?reason=…: where the part of a draft lies that does not count, layer and id
     * naming the plot that has it; or, with a rule's code as {@code rule}, where it offends against that, and with {@code left=true} what
     * of its polygons is left without that.
     */
    public void taken(Context ctx) throws IOException {
        ChangesetJson.Draft draft;
        try (JsonParser json = JSON.createParser(ctx.bodyAsBytes())) {
            draft = ChangesetJson.parseDraft(json, desk.catalogue());
        }
        String rule = ctx.queryParam("rule");
        boolean left = rule != null && "true".equals(ctx.queryParam("left"));
        Geometry shape = rule != null
                ? left
                        ? desk.offence(draft.change(), rule).rest()
                        : desk.offence(draft.change(), rule).shape()
                : desk.taken(
                        draft.change(),
                        RequestValues.choice("reason", ctx.queryParam("reason"), Taken.Why.class),
                        AccountApi.by(ctx));
        ctx.contentType("application/geo+json")
                .result(JsonText.of(json ->
                        GeoJsonText.write(json, shape, left ? GeoJsonText.FULL_PRECISION : GeoJsonText.FOR_VIEWING)));
    }

    /** POST /api/undo */
    public void undo(Context ctx) throws IOException {
        answer(ctx, desk.undo(required(members(ctx), "author")), List.of());
    }

    /** POST /api/redo */
    public void redo(Context ctx) throws IOException {
        answer(ctx, desk.redo(required(members(ctx), "author")), List.of());
    }

    /** POST /api/restore */
    public void restore(Context ctx) throws IOException {
        Map<String, String> members = members(ctx);
        FeatureRef ref =
                new FeatureRef(required(members, "layer"), RequestValues.number("id", required(members, "id")));
        answer(ctx, desk.restore(ref, required(members, "author")), List.of());
    }

    private void answer(Context ctx, Applied applied, List<Notice> notices) {
        ctx.contentType("application/json")
                .result(JsonText.of(json -> ChangesetJson.write(json, desk.catalogue(), applied, notices)));
    }

    /** The plain members of a small JSON object. */
    private static Map<String, String> members(Context ctx) throws IOException {
        Map<String, String> members = new HashMap<>();
        try (JsonParser json = JSON.createParser(ctx.bodyAsBytes())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Problem.Invalid(Words.of("请求应为 JSON 对象。", "The request is a JSON object."), null);
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken().isScalarValue()) {
                    members.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        }
        return members;
    }

    private static String required(Map<String, String> members, String name) {
        String value = members.get(name);
        if (value == null || value.isBlank()) {
            throw new Problem.Invalid(Words.of("缺少“" + name + "”。", "\"" + name + "\" is missing."), name);
        }
        return value;
    }
}
