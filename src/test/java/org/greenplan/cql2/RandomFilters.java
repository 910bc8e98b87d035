package org.greenplan.cql2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.greenplan.cql2.Value.Amount;
import org.greenplan.cql2.Value.Property;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Filters on the layer of the filter tests' plan by chance, the same for the same seed. */
public final class RandomFilters {
    public static final List<String> WORDS = List.of(
            "孟津路游园", "朱寨", "O'Brien", "a%b", "A_B", "a\\b", "ÀÉ ñ", "àé n", "ＡＢ", "ab", "AB", "", "\"--;", "𠮷野", "lǜ",
            "G14");
    private static final List<String> PATTERNS =
            List.of("%", "_", "孟津%", "%游_", "a\\%b", "A\\_B", "a\\\\b", "%b", "__", "%'%", "𠮷_", "", "%%é%", "a_b");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Random random;

    public RandomFilters(long seed) {
        this.random = new Random(seed);
    }

    public Filter filter(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return leaf();
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Filter.And(parts(depth));
            case 1 -> new Filter.Or(parts(depth));
            default -> new Filter.Not(filter(depth - 1));
        };
    }

    private List<Filter> parts(int depth) {
        List<Filter> parts = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            parts.add(filter(depth - 1));
        }
        return parts;
    }

    private Filter leaf() {
        return switch (random.nextInt(11)) {
            case 0 -> compare(this::text, true);
            case 1 -> compare(this::number, true);
            case 2 -> compare(this::day, true);
            case 3 -> compare(() -> one(new Property("toilets"), new Value.Truth(random.nextBoolean())), false);
            case 4 -> new Filter.Like(text(), pattern());
            case 5 ->
                one(
                        new Filter.Between(number(), number(), number()),
                        new Filter.Between(day(), day(), day()),
                        new Filter.Between(text(), text(), text()));
            case 6 ->
                one(
                        new Filter.In(text(), List.of(text(), text(), text())),
                        new Filter.In(number(), List.of(number(), number())),
                        new Filter.In(day(), List.of(day())));
            case 7 -> new Filter.IsNull(one(text(), number(), day(), new Property("toilets"), new Property("geom")));
            case 8 -> new Filter.Holds(one(new Property("toilets"), new Value.Truth(random.nextBoolean())));
            case 9 -> new Filter.Temporal(one(TemporalRelation.values()), time(), time());
            default -> spatial();
        };
    }

    private Filter compare(Supplier<Value> values, boolean ordered) {
        Filter.Comparison by = one(Filter.Comparison.values());
        return new Filter.Compare(
                by.isOrder() && !ordered ? Filter.Comparison.NOT_EQUAL : by, values.get(), values.get());
    }

    private Filter spatial() {
        Value geom = new Property("geom");
        Value shape = new Value.Shape(shape());
        if (random.nextInt(4) == 0) {
            return new Filter.Near(geom, shape, random.nextInt(3000));
        }
        SpatialRelation relation = one(SpatialRelation.values());
        return random.nextInt(4) == 0
                ? new Filter.Spatial(relation, shape, geom)
                : new Filter.Spatial(relation, geom, shape);
    }

    /** Corners on a coarse grid, so that shapes touch, share edges and are equal often. */
    Geometry shape() {
        return switch (random.nextInt(4)) {
            case 0 -> FACTORY.createPoint(corner());
            case 1 -> FACTORY.createLineString(new Coordinate[] {corner(), off(corner())});
            case 2 -> FACTORY.createMultiPointFromCoords(new Coordinate[] {corner(), corner()});
            default -> rectangle();
        };
    }

    public Geometry rectangle() {
        Coordinate a = corner();
        return FACTORY.toGeometry(
                new Envelope(a.x, a.x + 0.005 * (1 + random.nextInt(4)), a.y, a.y + 0.005 * (1 + random.nextInt(4))));
    }

    private Coordinate corner() {
        return new Coordinate(113.25 + 0.005 * random.nextInt(12), 34.75 + 0.005 * random.nextInt(12));
    }

    private static Coordinate off(Coordinate c) {
        return new Coordinate(c.x + 0.0075, c.y + 0.0025);
    }

    private Value text() {
        Value plain =
                one(new Property("name"), new Property("class"), new Value.Text(one(WORDS.toArray(new String[0]))));
        return switch (random.nextInt(6)) {
            case 0 -> new Value.CaseI(plain);
            case 1 -> new Value.AccentI(plain);
            case 2 -> new Value.AccentI(new Value.CaseI(plain));
            default -> plain;
        };
    }

    private Value pattern() {
        Value plain = new Value.Text(one(PATTERNS.toArray(new String[0])));
        return random.nextInt(3) == 0 ? new Value.CaseI(plain) : plain;
    }

    private Value number() {
        Value plain = one(
                new Property("year"),
                new Property("greened_share"),
                new Property("net_plane_m2"),
                new Property("fid"),
                new Property("version"),
                new Amount(random.nextInt(40)),
                new Amount(-0.5),
                new Amount(1e300),
                new Amount(2019));
        boolean computes = random.nextInt(3) == 0 && !(plain instanceof Amount a && Math.abs(a.number()) > 1e12);
        return computes
                ? new Value.Arithmetic(one(Value.Operator.values()), plain, one(new Amount(2), new Property("year")))
                : plain;
    }

    private Value day() {
        return one(
                new Property("opened"),
                new Property("opened"),
                new Value.Day(LocalDate.of(2019, 1, 1).plusDays(random.nextInt(20))),
                new Value.Moment(Instant.parse("2019-01-08T00:00:00Z").plusSeconds(43_200L * random.nextInt(20))));
    }

    private Value time() {
        return random.nextBoolean()
                ? day()
                : new Value.Interval(random.nextInt(4) == 0 ? null : day(), random.nextInt(4) == 0 ? null : day());
    }

    @SafeVarargs
    public final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
