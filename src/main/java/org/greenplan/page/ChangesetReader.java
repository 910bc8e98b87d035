package org.greenplan.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.crs.Crs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureBody;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.Notice;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Reads changesets and drafts off a stream; what does not belong there is refused with its place. */
final class ChangesetReader {
    private static final int MAX_CHANGES = 50_000;

    private final Catalogue catalogue;
    private final List<Notice> notices = new ArrayList<>();

    ChangesetReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The members of one change as they came. */
    private static final class Members {
        @Nullable
        String op;

        @Nullable
        String layer;

        @Nullable
        Long id;

        @Nullable
        Integer version;

        @Nullable
        Map<String, @Nullable Object> properties;

        @Nullable
        Geometry geometry;
    }

    ChangesetJson.Request changeset(JsonParser json) throws IOException {
        String author = "";
        String comment = "";
        List<Change> changes = List.of();
        String request = null;
        start(json, "");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "author" -> author = text(json, "author");
                case "comment" -> comment = json.currentToken() == JsonToken.VALUE_NULL ? "" : text(json, name);
                case "changes" -> changes = changes(json);
                case "id" -> request = json.currentToken() == JsonToken.VALUE_NULL ? null : request(text(json, name));
                default -> throw unknown(name, "id, author, comment, changes");
            }
        }
        end(json);
        return new ChangesetJson.Request(new Changeset(author.strip(), comment.strip(), changes, request), notices);
    }

    /** Long enough that no two clients make the same, short enough to be kept. */
    private static String request(String id) {
        if (!id.matches("[A-Za-z0-9._:-]{8,100}")) {
            throw invalid(
                    "id",
                    "id 应为 8 至 100 个字母、数字或 . _ : -，每次保存各不相同。",
                    "id is 8 to 100 letters, digits or . _ : - and another one for each changeset.");
        }
        return id;
    }

    ChangesetJson.Draft draft(JsonParser json) throws IOException {
        start(json, "");
        Members members = members(json, "", 0);
        end(json);
        members.op = members.id == null ? "create" : "replace";
        if (members.id != null && members.version == null) {
            members.version = 0;
        }
        return new ChangesetJson.Draft(change(members, ""), notices);
    }

    private List<Change> changes(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw invalid("changes", "changes 应为数组。", "changes must be an array.");
        }
        List<Change> changes = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (changes.size() == MAX_CHANGES) {
                throw new Problem.TooLarge(Words.of(
                        "一次最多保存 " + MAX_CHANGES + " 处修改，请分批。",
                        "One changeset holds " + MAX_CHANGES + " changes. Save in parts."));
            }
            String at = "changes[" + changes.size() + "]";
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw invalid(at, "每处修改应为对象。", "Each change must be an object.");
            }
            changes.add(change(members(json, at + ".", changes.size()), at + "."));
        }
        return changes;
    }

    private Members members(JsonParser json, String at, int index) throws IOException {
        var members = new Members();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "op" -> members.op = text(json, at + name);
                case "layer" -> members.layer = text(json, at + name);
                case "id" -> members.id = json.currentToken() == JsonToken.VALUE_NULL ? null : number(json, at + name);
                case "version" -> members.version = (int) Math.min(Integer.MAX_VALUE, number(json, at + name));
                case "feature" -> {
                    FeatureBody body = FeatureBody.read(json, at + name, Crs.CRS84);
                    members.properties = body.properties();
                    members.geometry = body.geometry();
                    body.notes().forEach(note -> notices.add(Notice.of(note, index)));
                }
                default -> throw unknown(at + name, "op, layer, id, version, feature");
            }
        }
        return members;
    }

    private Change change(Members members, String at) {
        String layer = required(members.layer, at + "layer");
        String op = required(members.op, at + "op");
        switch (op) {
            case "create" -> {
                return new Change.Create(layer, null, 1, properties(members), geometry(members, at));
            }
            case "replace" -> {
                return new Change.Replace(
                        ref(members, layer, at), version(members, at), properties(members), geometry(members, at));
            }
            case "patch" -> {
                return new Change.Patch(ref(members, layer, at), version(members, at), properties(members));
            }
            case "delete" -> {
                return new Change.Delete(ref(members, layer, at), version(members, at));
            }
            default ->
                throw invalid(
                        at + "op", "op 只能是 create、replace、patch 或 delete。", "op is create, replace, patch or delete.");
        }
    }

    private static FeatureRef ref(Members members, String layer, String at) {
        return new FeatureRef(layer, required(members.id, at + "id"));
    }

    private static int version(Members members, String at) {
        return required(members.version, at + "version");
    }

    private static Map<String, @Nullable Object> properties(Members members) {
        Map<String, @Nullable Object> properties = members.properties;
        return properties == null ? Map.of() : properties;
    }

    private Geometry geometry(Members members, String at) {
        boolean record = catalogue.records().stream().anyMatch(kind -> kind.id().equals(members.layer));
        return record ? Feature.NO_SHAPE : required(members.geometry, at + "feature.geometry");
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw invalid(field, "缺少 " + field + "。", field + " is missing.");
        }
        return value;
    }

    private static void start(JsonParser json, String at) throws IOException {
        if (json.currentToken() == null) {
            json.nextToken();
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw invalid(at.isEmpty() ? "body" : at, "应为 JSON 对象。", "A JSON object is expected here.");
        }
    }

    private static void end(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw invalid("body", "对象之后还有多余内容。", "There is something after the object.");
        }
    }

    private static String text(JsonParser json, String at) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw invalid(at, at + " 应为文字。", at + " must be text.");
        }
        return json.getText();
    }

    private static long number(JsonParser json, String at) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || json.getLongValue() < 0) {
            throw invalid(at, at + " 应为非负整数。", at + " must be a whole number, not negative.");
        }
        return json.getLongValue();
    }

    private static Problem.Invalid unknown(String at, String known) {
        return invalid(
                at, "不认识的成员 " + at + "。可用：" + known + "。", "Unknown member " + at + ". Known are: " + known + ".");
    }

    private static Problem.Invalid invalid(String field, String zh, String en) {
        return new Problem.Invalid(Words.of(zh, en), field);
    }
}
