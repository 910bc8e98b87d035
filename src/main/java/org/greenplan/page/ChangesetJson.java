package org.greenplan.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.count.Areas;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureJson;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.Notice;
import org.greenplan.findings.FindingJson;
import org.greenplan.json.GeoJsonText;
import org.greenplan.json.JsonText;
import org.greenplan.ledger.Overlap;
import org.greenplan.plan.Applied;
import org.greenplan.plan.CheckResult;
import org.greenplan.problem.Words;
import org.greenplan.programme.Contribution;
import org.greenplan.programme.TargetJson;
import org.greenplan.programme.TargetState;

/** The JSON of changesets and checks: what the map posts, and what it is answered. */
public final class ChangesetJson {
    private ChangesetJson() {}

    /** What arrived, and what was done to its shapes while they were read. */
    public record Request(Changeset changeset, List<Notice> notices) {
        public Request {
            notices = List.copyOf(notices);
        }
    }

    /** A draft that arrived for a check. */
    public record Draft(Change change, List<Notice> notices) {
        public Draft {
            notices = List.copyOf(notices);
        }
    }

    /** Reads {@code {author, comment, changes: […]}}. */
    public static Request parse(JsonParser json, Catalogue catalogue) throws IOException {
        return new ChangesetReader(catalogue).changeset(json);
    }

    /** Reads {@code {layer, id?, version?, feature}}. */
    public static Draft parseDraft(JsonParser json, Catalogue catalogue) throws IOException {
        return new ChangesetReader(catalogue).draft(json);
    }

    /** Writes the answer to a changeset; the notices of reading come before those of applying. */
    public static void write(JsonGenerator json, Catalogue catalogue, Applied applied, List<Notice> read)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("changeset", applied.changeset());
        json.writeArrayFieldStart("features");
        for (Feature feature : applied.features()) {
            FeatureJson.write(json, catalogue, feature);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("deleted");
        for (FeatureRef ref : applied.deleted()) {
            json.writeStartObject();
            ref(json, ref);
            json.writeEndObject();
        }
        json.writeEndArray();
        targets(json, applied.before(), applied.after());
        notices(json, read, applied.notices());
        json.writeEndObject();
    }

    /** Writes the answer to a check. */
    public static void write(JsonGenerator json, CheckResult check, List<Notice> read) throws IOException {
        json.writeStartObject();
        areas(json, "gross", check.gross());
        areas(json, "net", check.net());
        json.writeNumberField("grossLengthM", check.grossLengthM());
        json.writeNumberField("lengthM", check.lengthM());
        json.writeFieldName("netShape");
        GeoJsonText.write(json, check.netShape(), GeoJsonText.FOR_VIEWING);
        account(json, check.overlaps(), check.contributions());
        targets(json, check.before(), check.after());
        notices(json, read, check.notices());
        FindingJson.write(json, check.findings());
        areas(json, "bound", check.bound());
        json.writeEndObject();
    }

    /** Writes who has what of a plot does not count, and what it is to each target. */
    static void account(JsonGenerator json, List<Overlap> overlaps, List<Contribution> contributions)
            throws IOException {
        json.writeArrayFieldStart("overlaps");
        for (Overlap overlap : overlaps) {
            overlap(json, overlap);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("contributions");
        for (Contribution contribution : contributions) {
            Words why = contribution.why();
            json.writeStartObject();
            json.writeStringField("target", contribution.line().id());
            json.writeNumberField("amount", contribution.amount());
            if (why != null) {
                JsonText.words(json, "why", why);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void areas(JsonGenerator json, String name, Areas areas) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("planeM2", areas.planeM2());
        json.writeNumberField("ellipsoidM2", areas.ellipsoidM2());
        json.writeEndObject();
    }

    private static void overlap(JsonGenerator json, Overlap overlap) throws IOException {
        json.writeStartObject();
        json.writeStringField("layer", overlap.layer());
        Long id = overlap.id();
        if (id == null) {
            json.writeNullField("id");
        } else {
            json.writeNumberField("id", id);
        }
        json.writeStringField("label", overlap.label());
        json.writeStringField("reason", lower(overlap.reason()));
        JsonText.words(json, "why", overlap.why());
        json.writeNumberField("planeM2", overlap.area().planeM2());
        json.writeNumberField("ellipsoidM2", overlap.area().ellipsoidM2());
        json.writeEndObject();
    }

    private static void targets(JsonGenerator json, List<TargetState> before, List<TargetState> after)
            throws IOException {
        json.writeObjectFieldStart("targets");
        json.writeArrayFieldStart("before");
        for (TargetState state : before) {
            TargetJson.write(json, state);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("after");
        for (TargetState state : after) {
            TargetJson.write(json, state);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void notices(JsonGenerator json, List<Notice> read, List<Notice> applied) throws IOException {
        json.writeArrayFieldStart("notices");
        for (List<Notice> some : List.of(read, applied)) {
            for (Notice notice : some) {
                json.writeStartObject();
                json.writeStringField("kind", notice.kind());
                JsonText.words(json, "text", notice.words());
                FeatureRef about = notice.ref();
                if (about != null) {
                    ref(json, about);
                }
                Integer index = notice.changeIndex();
                if (index != null) {
                    json.writeNumberField("changeIndex", index);
                }
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void ref(JsonGenerator json, FeatureRef ref) throws IOException {
        json.writeStringField("layer", ref.layer());
        json.writeNumberField("id", ref.id());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
