package org.greenplan.water;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A network as a golden folder has it; a number that is not there is missing, unless the file says what is usual. */
public final class NetworkJson {
    private final JsonNode file;
    private final boolean assumed;

    private NetworkJson(JsonNode file) {
        this.file = file;
        assumed = file.path("assumed").asBoolean();
    }

    /** The network of {@code src/test/resources/water/NAME/network.json}. */
    public static Network of(String name) {
        return new NetworkJson(tree(name, "network.json")).network();
    }

    /** A file of a golden folder. */
    public static JsonNode tree(String name, String file) {
        try (InputStream in = NetworkJson.class.getResourceAsStream("/water/" + name + "/" + file)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private Network network() {
        return new Network(
                each("lakes", this::lake),
                each(
                        "junctions",
                        one -> new Junction(id(one), one.path("leaves").asBoolean())),
                each("inflows", one -> new Inflow(id(one), at(one), byYear(one.path("m3PerDay")))),
                each("links", this::link),
                each("sources", this::source),
                each("licences", this::licence),
                each("demands", this::demand),
                each("years", this::year),
                file.has("yuanPerKwh") ? given(file.path("yuanPerKwh")) : Given.assumed(0.6));
    }

    private TypicalYear year(JsonNode one) {
        return new TypicalYear(
                id(one), one.path("frequency").asInt(), monthly(one.path("rain")), monthly(one.path("evaporation")));
    }

    private Lake lake(JsonNode one) {
        double normal = one.path("normal").asDouble(1);
        return new Lake(
                id(one),
                new Bathymetry.PowerLaw(
                        one.path("level").asDouble(), normal, one.path("area").asDouble()),
                usual(one, "dead", 0),
                given(one.path("normal")),
                one.has("limit") ? monthly(one.path("limit")) : Monthly.constant(given(one.path("normal"))),
                usual(one, "catchment", 0),
                usual(one, "runoff", 0),
                usual(one, "seepage", 0),
                one.path("spillTo").asText(null));
    }

    private Link link(JsonNode one) {
        Drive drive = one.has("lift")
                ? new Drive.Pump(given(one.path("lift")), given(one.path("efficiency")), usual(one, "hours", 24))
                : new Drive.Gravity(one.has("sill") ? given(one.path("sill")) : null);
        return new Link(
                id(one),
                one.path("from").asText(),
                one.path("to").asText(),
                usual(one, "capacity", Double.POSITIVE_INFINITY),
                one.has("open") ? monthly(one.path("open")) : Monthly.constant(Given.of(1)),
                usual(one, "loss", 0),
                drive,
                usual(one, "length", 1),
                stage(one));
    }

    private Source source(JsonNode one) {
        return new Source(
                id(one),
                at(one),
                one.path("group").asText(id(one)),
                given(one.path("capacity")),
                one.has("availability") ? byYear(one.path("availability")) : everyYear(Monthly.constant(Given.of(1))),
                one.has("open") ? monthly(one.path("open")) : Monthly.constant(Given.of(1)),
                one.path("licence").asText(null),
                usual(one, "price", 0),
                stage(one));
    }

    private Map<String, Monthly> everyYear(Monthly monthly) {
        Map<String, Monthly> years = new TreeMap<>();
        file.path("years").forEach(year -> years.put(id(year), monthly));
        return years;
    }

    private Licence licence(JsonNode one) {
        Map<String, Given> amounts = new TreeMap<>();
        one.path("m3PerYear").properties().forEach(entry -> amounts.put(entry.getKey(), given(entry.getValue())));
        return new Licence(id(one), amounts, one.path("firstMonth").asInt(1));
    }

    private Demand demand(JsonNode one) {
        int level = one.path("level").asInt();
        return switch (one.path("kind").asText()) {
            case "use" -> new Demand.Use(id(one), level, at(one), monthly(one.path("m3PerDay")));
            case "flow" -> new Demand.LinkFlow(id(one), level, at(one), monthly(one.path("m3PerDay")));
            case "storage" -> new Demand.Storage(id(one), level, at(one), monthly(one.path("share")));
            case "turnover" ->
                new Demand.Turnover(id(one), level, at(one), given(one.path("days")), names(one.path("notBy")));
            default -> throw new AssertionError("demand " + one);
        };
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new TreeSet<>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }

    private static String id(JsonNode one) {
        return one.path("id").asText();
    }

    private static String at(JsonNode one) {
        return one.path("at").asText();
    }

    private static Stage stage(JsonNode one) {
        return Stage.valueOf(one.path("stage").asText("today").toUpperCase(Locale.ROOT));
    }

    private Given usual(JsonNode one, String field, double usual) {
        return one.has(field) ? given(one.path(field)) : Given.assumed(usual);
    }

    private Given given(JsonNode number) {
        if (!number.isNumber()) {
            return Given.MISSING;
        }
        return assumed ? Given.assumed(number.asDouble()) : Given.of(number.asDouble());
    }

    private Monthly monthly(JsonNode node) {
        if (!node.isArray()) {
            return Monthly.constant(given(node));
        }
        List<Given> months = new ArrayList<>();
        node.forEach(month -> months.add(given(month)));
        return new Monthly(months);
    }

    private Map<String, Monthly> byYear(JsonNode node) {
        Map<String, Monthly> years = new TreeMap<>();
        node.properties().forEach(entry -> years.put(entry.getKey(), monthly(entry.getValue())));
        return years;
    }

    private <T> List<T> each(String list, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        file.path(list).forEach(one -> all.add(read.apply(one)));
        return all;
    }
}
