package org.greenplan.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.greenplan.oracle.PlanFeature;
import org.locationtech.jts.geom.Geometry;

/** Planners at work, made up: each edit goes over HTTP as the page sends it, and what it was is told for a reader of a failure. */
final class FuzzEdits {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> AUTHORS = List.of("li", "wang", "zhao");
    private static final List<String> STATUSES = List.of("proposed", "approved", "under_construction", "completed");
    private static final List<String> CLASSES = List.of("G14", "G14", "G11", "G2", "EG3");
    private static final List<String> EFFECTS = List.of("new", "new", "new", "upgrade");
    private static final int IMPORTED = 500;
    private static final int PATIENCE = 20;

    private final HttpDesk plan;
    private final Random random;
    private final FuzzShapes shapes;
    private final FuzzOutside outside;
    private final List<String> told = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private List<PlanFeature> features = List.of();

    FuzzEdits(HttpDesk plan, long seed) {
        this.plan = plan;
        this.random = new Random(seed);
        this.shapes = new FuzzShapes(random);
        this.outside = new FuzzOutside(plan.address(), random);
    }

    /** What has been done so far, the newest last. */
    List<String> told() {
        return told;
    }

    /** Every feature that was ever there, such as {@code parks 7}. */
    Set<String> seen() {
        return seen;
    }

    /** A district, sub-districts that overlap and leave room, some plots. */
    void begin() {
        create("district", shapes.boundary(430, 430, 520), Map.of("name", "区"));
        create("sub_districts", shapes.boundary(300, 430, 330), Map.of("name", "西"));
        create("sub_districts", shapes.boundary(600, 430, 300), Map.of("name", "东"));
        for (int i = 0; i < 6; i++) {
            create("corridors", shapes.line(), corridor());
            create("parks", shapes.plot(70), park());
        }
        create("existing_green", shapes.plot(90), Map.of("name", "现状"));
    }

    /** One edit, whatever it may be. */
    void next() {
        int roll = random.nextInt(100);
        if (roll < 13) {
            create("parks", shapes.plot(80), park());
        } else if (roll < 19) {
            create("afforestation", shapes.plot(80), plot("林"));
        } else if (roll < 24) {
            create("corridors", shapes.line(), corridor());
        } else if (roll < 35) {
            create("corridors", shapes.nearly(any("corridors").lonLat()), corridor());
        } else if (roll < 39) {
            create("existing_green", shapes.plot(60), Map.of("name", "现状"));
        } else if (roll < 54) {
            reshape(any(random.nextInt(3) == 0 ? "corridors" : "parks"));
        } else if (roll < 66) {
            patch();
        } else if (roll < 73) {
            delete();
        } else if (roll < 79) {
            boundary();
        } else if (roll < 82) {
            several();
        } else if (roll < 92) {
            takeBack();
        } else {
            tell(outside.next(features));
        }
    }

    /** A surveyor's file with 500 plots that lie over each other. */
    void importPlots() {
        ArrayNode all = JSON.arrayNode();
        for (int i = 0; i < IMPORTED; i++) {
            all.add(FuzzChanges.feature(shapes.plot(26), Map.of("name", "进" + i)));
        }
        ObjectNode file = JSON.objectNode().put("type", "FeatureCollection");
        file.set("features", all);
        var intake = new HttpIntake(plan);
        intake.put("plots.geojson", file.toString().getBytes(StandardCharsets.UTF_8));
        intake.done("survey", "{}");
        var done = intake.done("apply", IntakeOverHttpTest.layers("\"crs\":\"EPSG:4490\""));
        if (!done.at("/applied/changeset").isNumber()) {
            throw new IllegalStateException("import: " + done);
        }
        intake.delete("");
        tell("import of " + IMPORTED);
    }

    /** Takes in what another program wrote. */
    void settle() {
        plan.desk().catchUp();
        features = FuzzGeoJson.features(plan);
        features.forEach(f -> seen.add(f.name()));
    }

    private void reshape(PlanFeature old) {
        Geometry shape = random.nextBoolean() ? shapes.moved(old.lonLat()) : shapes.resized(old.lonLat());
        send(FuzzChanges.change("replace", old, FuzzChanges.feature(shape, old.properties())));
    }

    private void patch() {
        PlanFeature old = any(shapes.one(List.of("parks", "corridors", "afforestation")));
        Map<String, Object> changed = new LinkedHashMap<>();
        switch (random.nextInt(3)) {
            case 0 -> changed.put("status", shapes.one(STATUSES));
            case 1 -> changed.put("effect", shapes.one(EFFECTS));
            default ->
                changed.putAll(
                        old.layer().equals("corridors")
                                ? Map.of("left_width_m", width(), "right_width_m", width())
                                : old.layer().equals("parks")
                                        ? Map.of("class", shapes.one(CLASSES))
                                        : Map.of("status", shapes.one(STATUSES)));
        }
        ObjectNode feature = JSON.objectNode().put("type", "Feature");
        feature.set("properties", FuzzChanges.properties(changed));
        send(FuzzChanges.change("patch", old, feature));
    }

    private void delete() {
        List<String> layers = List.of("parks", "corridors", "afforestation", "existing_green");
        send(FuzzChanges.change("delete", any(shapes.one(layers)), null));
    }

    private void boundary() {
        List<PlanFeature> zones = of("sub_districts");
        if (random.nextInt(3) == 0) {
            PlanFeature district = any("district");
            Geometry shape = shapes.boundary(430, 430, shapes.between(420, 560));
            send(FuzzChanges.change("replace", district, FuzzChanges.feature(shape, district.properties())));
        } else if (zones.size() > 3) {
            send(FuzzChanges.change("delete", shapes.one(zones), null));
        } else {
            Geometry shape = shapes.boundary(shapes.between(100, 800), shapes.between(100, 800), 280);
            create("sub_districts", shape, Map.of("name", "镇"));
        }
    }

    /** Two changes in one changeset, neighbours perhaps; a line cut into three. */
    private void several() {
        PlanFeature old = any("corridors");
        Geometry shape = shapes.nearly(old.lonLat());
        send(
                FuzzChanges.change("delete", any("parks"), null),
                FuzzChanges.change("replace", old, FuzzChanges.feature(shape, old.properties())),
                FuzzChanges.create("corridors", FuzzChanges.feature(shapes.nearly(shape), corridor())),
                FuzzChanges.create("parks", FuzzChanges.feature(shapes.plot(50), park())));
    }

    private void takeBack() {
        String author = shapes.one(AUTHORS);
        String what = shapes.one(List.of("undo", "undo", "redo", "restore"));
        List<String> gone = new ArrayList<>(seen);
        features.forEach(f -> gone.remove(f.name()));
        ObjectNode body = JSON.objectNode().put("author", author);
        if (what.equals("restore") && !gone.isEmpty()) {
            String[] ref = shapes.one(gone).split(" ");
            body.put("layer", ref[0]).put("id", Long.parseLong(ref[1]));
        } else if (what.equals("restore")) {
            what = "undo";
        }
        answered(what + " by " + author, plan.post("/api/" + what, body.toString()), 200, 404, 409);
    }

    private void create(String layer, Geometry shape, Map<String, ?> properties) {
        send(FuzzChanges.create(layer, FuzzChanges.feature(shape, properties)));
    }

    private Map<String, Object> plot(String name) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", name + told.size());
        properties.put("status", shapes.one(STATUSES));
        properties.put("effect", shapes.one(EFFECTS));
        return properties;
    }

    private Map<String, Object> park() {
        Map<String, Object> park = plot("园");
        park.put("class", shapes.one(CLASSES));
        return park;
    }

    private Map<String, Object> corridor() {
        Map<String, Object> corridor = plot("廊");
        corridor.put("left_width_m", width());
        corridor.put("right_width_m", width());
        return corridor;
    }

    private double width() {
        return random.nextInt(5) == 0 ? 0 : Math.rint(shapes.between(2, 60));
    }

    /** A feature of a layer; of an empty one, a new one. */
    private PlanFeature any(String layer) {
        List<PlanFeature> some = of(layer);
        if (some.isEmpty()) {
            boolean isLine = layer.equals("corridors");
            create(layer, isLine ? shapes.line() : shapes.plot(60), Map.of("name", "新"));
            some = of(layer);
        }
        return shapes.one(some);
    }

    private List<PlanFeature> of(String layer) {
        return features.stream().filter(f -> f.layer().equals(layer)).toList();
    }

    private void send(ObjectNode... changes) {
        ObjectNode body = JSON.objectNode().put("author", shapes.one(AUTHORS)).put("comment", "fuzz");
        body.set("changes", JSON.arrayNode().addAll(List.of(changes)));
        // 409: another program was here first. 503: the plan is busy, and the page sends it again, too.
        HttpResponse<String> answer = plan.post("/api/changesets", body.toString());
        for (int i = 0; i < PATIENCE && answer.statusCode() == 503; i++) {
            answer = plan.post("/api/changesets", body.toString());
        }
        answered(body.toString(), answer, 200, 409);
    }

    private void answered(String what, HttpResponse<String> answer, Integer... allowed) {
        if (!List.of(allowed).contains(answer.statusCode())) {
            throw new IllegalStateException(what + "\n" + answer.statusCode() + " " + answer.body());
        }
        // The seed brings the shapes again; without them the story can be read.
        tell(answer.statusCode() + " " + what.replaceAll("\"coordinates\":\\[[-0-9.E,\\[\\]]*]", "…"));
    }

    private void tell(String what) {
        told.add(what);
        features = FuzzGeoJson.features(plan);
        features.forEach(f -> seen.add(f.name()));
    }
}
