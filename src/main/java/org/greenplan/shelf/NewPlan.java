package org.greenplan.shelf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.Role;
import org.greenplan.crs.PlanCrs;
import org.greenplan.crs.Planes;
import org.greenplan.feature.Change;
import org.greenplan.geo.Overlay;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.plan.PlanDesk;
import org.greenplan.plan.PlanRecords;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Database;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A plan that is not made yet: what it will say of itself, and what is drawn in it from the beginning.
 *
 * @param creates its identity first, then its targets, then its features
 * @param named how whoever gives them calls each, for problems
 */
public record NewPlan(List<Change.Create> creates, List<String> named) {
    private static final Pattern PLACE = Pattern.compile("changes\\[(\\d+)]\\.feature(?:\\.properties)?(.*)");

    public NewPlan {
        creates = List.copyOf(creates);
        named = List.copyOf(named);
    }

    /** A plan with these settings and features. */
    public static NewPlan of(PlanProfile settings, List<Change.Create> features) {
        List<Change.Create> creates = new ArrayList<>(PlanRecords.of(settings));
        List<String> named = new ArrayList<>(List.of("identity"));
        for (int i = 1; i < creates.size(); i++) {
            named.add("targets[" + (i - 1) + "]");
        }
        for (int i = 0; i < features.size(); i++) {
            named.add("features[" + i + "]");
        }
        creates.addAll(features);
        return new NewPlan(creates, named);
    }

    /** What people call it. */
    public String title() {
        return text("title_zh");
    }

    /** The text of its plane. */
    public String planeText() {
        return text("plane");
    }

    /**
     * Makes the plan in a file that is not there yet. What cannot be taken is told by the name that it was given under; what lies there then
     * is no plan, and is thrown away by whoever named the place.
     */
    void into(Path file, Catalogue catalogue) {
        List<Change.Create> whole = withDistrict(catalogue);
        try (PlanDesk desk = new PlanDesk(Database.geoPackage(file, PlanBeginning.blueprint(catalogue)), plane())) {
            if (!desk.begin("新建规划 / a new plan", () -> whole)) {
                throw new IllegalStateException("no new plan: " + file);
            }
        } catch (Problem.Invalid e) {
            throw new Problem.Invalid(e.words(), named(e.field()), e.details());
        }
    }

    /** Where only parts of the district are drawn, they are the district together. */
    private List<Change.Create> withDistrict(Catalogue catalogue) {
        LayerType district = catalogue.district().orElse(null);
        List<Change.Create> parts = creates.stream()
                .filter(create -> catalogue.get(create.layer()).role() == Role.ZONE)
                .toList();
        if (district == null
                || parts.isEmpty()
                || creates.stream().anyMatch(create -> create.layer().equals(district.id()))) {
            return creates;
        }
        PlanCrs crs = PlanCrs.of(plane().plane());
        Geometry whole = crs.toLonLat(Overlay.union(
                parts.stream().map(part -> crs.toPlane(part.geometry())).toList()));
        List<Change.Create> all = new ArrayList<>(creates);
        Map<String, @Nullable Object> called = new LinkedHashMap<>();
        district.find(AttributeRole.NAME).ifPresent(name -> called.put(name.name(), text("district_zh")));
        all.add(new Change.Create(district.id(), null, 1, called, whole));
        return all;
    }

    /** The plane in which its shapes are looked at before it has an identity. */
    private PlanProfile plane() {
        Words any = Words.of("新建规划", "A new plan");
        try {
            return new PlanProfile("plan", any, any, 2000, Planes.of(text("plane")), false, List.of());
        } catch (Problem.Invalid e) {
            throw new Problem.Invalid(e.words(), "identity.plane");
        }
    }

    private String text(String attribute) {
        return Objects.toString(creates.get(0).attributes().get(attribute), "");
    }

    private @Nullable String named(@Nullable String field) {
        Matcher place = PLACE.matcher(field == null ? "" : field);
        if (!place.matches()) {
            return field;
        }
        int index = Integer.parseInt(place.group(1));
        return (index < named.size() ? named.get(index) : "features") + place.group(2);
    }
}
