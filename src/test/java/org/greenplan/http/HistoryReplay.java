package org.greenplan.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Plays the history of features through, step by step, to what is stored: every digit, every attribute, every version. */
final class HistoryReplay {
    private final HttpDesk plan;
    private final List<String> faults = new ArrayList<>();

    private HistoryReplay(HttpDesk plan) {
        this.plan = plan;
    }

    /** Where history and store tell different stories. */
    static List<String> faults(HttpDesk plan, Collection<String> names) {
        var replay = new HistoryReplay(plan);
        names.forEach(replay::replay);
        return replay.faults;
    }

    private void replay(String name) {
        String[] ref = name.split(" ");
        JsonNode newestFirst = plan.json("/api/layers/" + ref[0] + "/features/" + ref[1] + "/history");
        if (newestFirst.isEmpty()) {
            faults.add(name + " has no history");
            return;
        }
        JsonNode last = null;
        int version = 0;
        long changeset = 0;
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            JsonNode step = newestFirst.get(i);
            JsonNode before = step.get("before");
            if (!java.util.Objects.equals(before, last)) {
                faults.add(name + " changeset " + step.get("changeset") + ": before " + before + " is not " + last);
            }
            if (step.get("changeset").asLong() <= changeset) {
                faults.add(name + ": changeset " + step.get("changeset") + " after " + changeset);
            }
            changeset = step.get("changeset").asLong();
            last = step.get("after");
            if (last != null && last.get("version").asInt() <= version) {
                faults.add(name + " changeset " + changeset + ": version " + last.get("version") + " after " + version);
            }
            version = last == null ? version : last.get("version").asInt();
        }
        stored(name, ref, last);
    }

    private void stored(String name, String[] ref, @org.jspecify.annotations.Nullable JsonNode last) {
        var answer = plan.get("/ogc/collections/" + ref[0] + "/items/" + ref[1]);
        if (last == null) {
            if (answer.statusCode() != 404) {
                faults.add(name + " is there, though its history ends with its deletion");
            }
            return;
        }
        JsonNode now = HttpDesk.json(answer);
        for (String member : List.of("version", "properties", "geometry")) {
            JsonNode kept = member.equals("properties") ? FuzzGeoJson.attributes(now) : now.path(member);
            // A layer's attribute that was never set is left out by one and null in the other.
            if (!kept.equals(last.path(member))
                    && !kept.toString().equals(last.path(member).toString())) {
                faults.add(name + " " + member + " is " + kept + ", its history ends with " + last.path(member));
            }
        }
    }
}
