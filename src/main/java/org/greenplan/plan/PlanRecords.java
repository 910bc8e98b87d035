package org.greenplan.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.crs.Planes;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.KnownFeatures;
import org.greenplan.history.OutsideStore;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of itself, in records of its own: one of its identity and one for each target. So a plan that is mailed opens as
 * itself, and whoever changes it is in its history.
 */
public final class PlanRecords {
    /** The kind of the one record that says whose plan it is, of which year, in which plane. */
    public static final String IDENTITY = "identity";
    /** The attribute of the identity that names the edition of the plan's catalogue; the program keeps it. */
    static final String CATALOGUE = "catalogue";
    /** The kind of the lines of the programme. */
    public static final String TARGET = "target";

    private PlanRecords() {}

    /** The settings as a transaction sees them; nothing where the plan has no identity. */
    static Optional<PlanProfile> read(Session session) {
        List<Feature> identity = all(session, IDENTITY);
        return identity.isEmpty()
                ? Optional.empty()
                : Optional.of(profile(
                        identity.get(0).attributes(),
                        all(session, TARGET).stream()
                                .map(target -> line(target.attributes()))
                                .toList()));
    }

    /** The number that a plan has from its beginning and takes along wherever it goes; empty for one that has no identity. */
    public static String number(Session session) {
        return all(session, IDENTITY).stream()
                .findFirst()
                .map(identity -> Objects.toString(identity.attributes().get("plan_id"), ""))
                .orElse("");
    }

    /**
     * Two targets of one code would be one and the same in addresses, reports and history. Asked after changes are written.
     *
     * @param changes what was written, whose places name the field
     */
    static void requireOwnCodes(Session session, List<? extends Change> changes) {
        Map<Object, Long> counts = new HashMap<>();
        if (changes.stream().anyMatch(change -> change.layer().equals(TARGET))) {
            all(session, TARGET).forEach(target -> counts.merge(code(target.attributes()), 1L, Long::sum));
        }
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Map<String, @Nullable Object> written = change instanceof Change.Create create
                    ? create.attributes()
                    : change instanceof Change.Replace replace ? replace.attributes() : Map.of();
            if (change.layer().equals(TARGET) && counts.getOrDefault(code(written), 0L) > 1) {
                throw new Problem.Invalid(
                        Words.of(
                                "“代号”" + code(written) + " 已用于另一个目标，请换一个。",
                                "The code " + code(written) + " is another target's already. Give this one its own."),
                        "changes[" + i + "].feature.properties.code");
            }
        }
    }

    /** The same of one record that another program wrote. */
    static void requireOwnCode(Session session, FeatureRef ref, Map<String, @Nullable Object> attributes) {
        requireOwnCodes(session, List.of(new Change.Replace(ref, 1, attributes, Feature.NO_SHAPE)));
    }

    /** Whether there is an identity beside this one. */
    static boolean hasIdentityBeside(Session session, FeatureRef ref) {
        return all(session, IDENTITY).stream().anyMatch(record -> !record.ref().equals(ref));
    }

    private static Object code(Map<String, @Nullable Object> target) {
        return Objects.requireNonNullElse(target.get("code"), "");
    }

    private static List<Feature> all(Session session, String kind) {
        return session.catalogue()
                .find(kind)
                .map(type -> new OutsideStore(session).isEmpty(List.of(kind))
                        ? new FeatureStore(session).all(type)
                        : asKnown(session, type))
                .orElse(List.of());
    }

    /** What another program wrote and nobody has taken in yet is read as it was. */
    private static List<Feature> asKnown(Session session, LayerType kind) {
        List<Feature> known = new ArrayList<>();
        new KnownFeatures(session).stream(kind, known::add);
        known.sort(Comparator.comparing(record -> record.ref().id()));
        return known;
    }

    /** Settings as the records that a new plan begins with, under a number that no other plan has. */
    public static List<Change.Create> of(PlanProfile profile) {
        Map<String, @Nullable Object> identity = new LinkedHashMap<>();
        identity.put("code", profile.id());
        words(identity, "title", profile.title());
        words(identity, "district", profile.district());
        identity.put("year", (long) profile.year());
        identity.put("plane", profile.plane().text());
        identity.put("time_zone", profile.timeZone().getId());
        identity.put("line_tolerance_m", profile.lineToleranceM());
        identity.put("illustrative", profile.illustrative());
        identity.put("plan_id", newNumber());
        List<Change.Create> creates = new ArrayList<>();
        creates.add(create(IDENTITY, identity));
        profile.targets().forEach(line -> creates.add(create(TARGET, attributes(line))));
        return creates;
    }

    /** A number that no other plan has. */
    public static String newNumber() {
        return UUID.randomUUID().toString();
    }

    /** The attributes of the record of a target. */
    public static Map<String, @Nullable Object> attributes(TargetLine line) {
        Map<String, @Nullable Object> target = new LinkedHashMap<>();
        target.put("code", line.id());
        words(target, "title", line.title());
        target.put("measure", spelled(line.measure()));
        target.put("method", spelled(line.method()));
        target.put("layers", line.layers().isEmpty() ? null : String.join(", ", line.layers()));
        target.put("filter", line.filter());
        target.put("value", line.value() == 0 ? null : line.value());
        target.put("unit", line.unit());
        target.put("min_area_m2", line.minAreaM2());
        target.put("due", line.due());
        target.put("source", line.source());
        return target;
    }

    private static PlanProfile profile(Map<String, @Nullable Object> identity, List<TargetLine> targets) {
        return new PlanProfile(
                text(identity, "code"),
                words(identity, "title"),
                words(identity, "district"),
                ((Number) Objects.requireNonNull(identity.get("year"))).intValue(),
                Planes.of(text(identity, "plane")),
                timeZone((String) identity.get("time_zone")),
                Boolean.TRUE.equals(identity.get("illustrative")),
                number(identity.get("line_tolerance_m"), PlanProfile.USUAL_LINE_TOLERANCE_M),
                targets);
    }

    /** A target's record as the line of the programme that it stands for; a value that is left open is none yet. */
    static TargetLine line(Map<String, @Nullable Object> target) {
        return new TargetLine(
                text(target, "code"),
                words(target, "title"),
                TargetLine.Measure.valueOf(constant(target, "measure")),
                TargetLine.AreaMethod.valueOf(constant(target, "method")),
                layers((String) target.get("layers")),
                (String) target.get("filter"),
                (Double) target.get("min_area_m2"),
                number(target.get("value"), 0),
                text(target, "unit"),
                (LocalDate) target.get("due"),
                (String) target.get("source"));
    }

    /** The ids that a target's text of layers names; none means every layer that adds green. */
    static List<String> layers(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,，、;；\\s]+", -1))
                        .filter(id -> !id.isEmpty())
                        .toList();
    }

    private static ZoneId timeZone(@Nullable String text) {
        return text == null ? PlanProfile.CHINA_TIME : ZoneId.of(text);
    }

    private static Change.Create create(String kind, Map<String, @Nullable Object> attributes) {
        return new Change.Create(kind, null, 1, attributes, Feature.NO_SHAPE);
    }

    private static void words(Map<String, @Nullable Object> into, String name, Words words) {
        into.put(name + "_zh", words.zh());
        into.put(name + "_en", words.en());
    }

    /** In the language that is there where the other is left out. */
    private static Words words(Map<String, @Nullable Object> from, String name) {
        String zh = text(from, name + "_zh");
        return Words.of(zh, Objects.requireNonNullElse((String) from.get(name + "_en"), zh));
    }

    private static String text(Map<String, @Nullable Object> from, String name) {
        return (String) Objects.requireNonNull(from.get(name), name);
    }

    private static double number(@Nullable Object value, double otherwise) {
        return value == null ? otherwise : ((Number) value).doubleValue();
    }

    private static String spelled(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String constant(Map<String, @Nullable Object> from, String name) {
        return text(from, name).toUpperCase(Locale.ROOT).replace(' ', '_');
    }
}
