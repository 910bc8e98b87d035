package org.greenplan.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;

/** Values that the answers need and nobody has given, and works on land that may not be built on. */
record Gaps(Survey survey) {
    /** A value by the catalogue's name of its attribute. */
    record Value(String attribute, Words title) {
        static Value of(String attribute, String zh, String en) {
            return new Value(attribute, Words.of(zh, en));
        }
    }

    static final List<Value> OF_LAKES = List.of(
            Value.of("normal_level_m", "常水位", "Normal level"),
            Value.of("volume_m3", "库容", "Storage"),
            Value.of("catchment_km2", "汇水面积", "Catchment"),
            Value.of("runoff_coefficient", "径流系数", "Runoff coefficient"),
            Value.of("seepage_mm_d", "渗漏", "Seepage"),
            Value.of("turnover_d", "换水周期", "Turnover time"));

    static final List<Value> OF_LINKS =
            List.of(Value.of("capacity_m3d", "输水能力", "Capacity"), Value.of("loss_percent", "输水损失", "Loss"));

    static final Value OF_PUMPED = Value.of("lift_m", "扬程", "Lift");

    static final List<Value> OF_SOURCES =
            List.of(Value.of("capacity_m3d", "规模", "Capacity"), Value.of("source_group", "水源组", "Source group"));

    void look() {
        survey.drawing().things().values().forEach(thing -> needed(thing).stream()
                .filter(value -> thing.values().get(value.attribute()) == null)
                .forEach(value -> missing(thing, value)));
        survey.drawing().touches().values().stream()
                .filter(touch -> touch.how() == Touch.How.COVERS)
                .forEach(this::farmland);
    }

    private static List<Value> needed(Drawn thing) {
        return switch (thing.kind()) {
            case LAKE -> OF_LAKES;
            case LINK -> {
                // What spills or runs in a river's bed takes what comes.
                List<Value> values =
                        new ArrayList<>(thing.is("spillway") || thing.is("river_reach") ? List.of() : OF_LINKS);
                if (thing.isPumped()) {
                    values.add(OF_PUMPED);
                }
                yield values;
            }
            case STRUCTURE -> thing.isSource() ? OF_SOURCES : List.of();
            case RIVER, DRAIN, FARMLAND -> List.of();
        };
    }

    private void missing(Drawn thing, Value value) {
        survey.add(
                Finding.Type.MISSING,
                thing,
                value.attribute(),
                value.attribute(),
                List.of(),
                Survey.inside(thing),
                Words.of(
                        "“" + thing.name() + "”缺少" + value.title().zh() + "。",
                        thing.name() + " has no " + value.title().en().toLowerCase(Locale.ROOT) + "."),
                Words.of(
                        "填写“" + value.title().zh() + "”；缺值不会当作零。",
                        "Fill in " + value.title().en().toLowerCase(Locale.ROOT)
                                + "; what is missing is never taken for zero."));
    }

    private void farmland(Touch touch) {
        Drawn work = survey.thing(touch.a().id());
        if (work.isBuilt()) {
            return;
        }
        String much =
                switch (work.shape().getDimension()) {
                    case 0 -> "";
                    case 1 -> String.format(Locale.ROOT, " %.0f m", touch.amount());
                    default -> String.format(Locale.ROOT, " %.0f m²", touch.amount());
                };
        survey.add(
                Finding.Type.FARMLAND,
                work,
                null,
                touch.b().id(),
                List.of(touch.b().id()),
                new Coordinate(touch.x(), touch.y()),
                Words.of(
                        "“" + work.name() + "”尚未建成，占用永久基本农田等禁止建设的土地" + much + "。",
                        work.name()
                                + " is not built yet and lies on land that may not be built on, such as basic farmland"
                                + (much.isEmpty() ? "" : ":" + much) + "."),
                Words.of("改线避让，或先办理土地调整。", "Lead it around that land, or have the land changed first."));
    }
}
