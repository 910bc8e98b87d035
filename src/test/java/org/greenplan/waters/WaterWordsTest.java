package org.greenplan.waters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.network.Drawing;
import org.greenplan.network.Drawn;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.plan.SamplePlan;
import org.greenplan.supply.Row;
import org.greenplan.supply.Supply;
import org.greenplan.supply.Tables;
import org.greenplan.supply.ValueAt;
import org.greenplan.water.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A catalogue that calls everything about water otherwise, and names the network's words as aliases or roles, has the same network. */
class WaterWordsTest {
    private static final Catalogue BUNDLED = CatalogueReader.bundled();

    private static LayerType otherwise(LayerType layer) {
        List<Attribute> attributes = new ArrayList<>();
        for (Attribute one : layer.attributes()) {
            List<String> aliases = new ArrayList<>(one.aliases());
            boolean byRole = one.role() == AttributeRole.NAME || one.role() == AttributeRole.STATUS;
            if (!byRole) {
                aliases.add(one.name());
            }
            attributes.add(new Attribute(
                    "x_" + one.name(),
                    one.title(),
                    one.type(),
                    one.unit(),
                    one.required(),
                    one.defaultValue(),
                    one.min(),
                    one.max(),
                    one.maxLength(),
                    one.codeList(),
                    one.role(),
                    aliases,
                    one.list()));
        }
        return layer.with(attributes);
    }

    /** What somebody wrote in these words; what is assumed is told by their names. */
    private static Map<String, @Nullable Object> otherwise(Map<String, @Nullable Object> values, boolean isFeature) {
        Map<String, @Nullable Object> other = new LinkedHashMap<>();
        values.forEach((name, value) -> other.put(
                "x_" + name,
                isFeature && name.equals("assumed") && value != null
                        ? "x_" + value.toString().replaceAll("[,，、;；\\s]+", ", x_")
                        : value));
        return other;
    }

    @Test
    void anAttributeAnswersToItsRoleAndItsAliases() {
        var shapes =
                new WaterShapes(BUNDLED, PlanCrs.of(SamplePlan.profile(BUNDLED).plane()));
        List<Drawn> all = new ArrayList<>();
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (Change.Create create : SamplePlan.bundled(BUNDLED)) {
            LayerType layer = BUNDLED.get(create.layer());
            var ref = new FeatureRef(create.layer(), numbers.merge(create.layer(), 1L, Long::sum));
            if (layer.role() == Role.WATER) {
                shapes.of(new Feature(ref, 1, create.attributes(), create.geometry()))
                        .filter(thing -> thing.kind() != Kind.FARMLAND)
                        .ifPresent(thing -> all.add(Drawn.of(
                                thing.id(),
                                thing.kind(),
                                thing.shape(),
                                thing.isBuilt(),
                                WaterWords.values(otherwise(layer), otherwise(create.attributes(), true)))));
            }
        }
        Tables tables = Tables.of(kind -> {
            List<Row> rows = new ArrayList<>();
            for (Change.Create record : SamplePlan.records(BUNDLED)) {
                if (record.layer().equals(kind)) {
                    rows.add(new Row(
                            kind + "/" + (rows.size() + 1),
                            WaterWords.values(otherwise(BUNDLED.get(kind)), otherwise(record.attributes(), false))));
                }
            }
            return rows;
        });
        Network drawn = Network.of(Drawing.of(5, all, box -> List.of()));
        for (Stage state : Stage.values()) {
            Supply here = Supply.of(drawn, tables, List.of(), state, "dry");
            Supply there = SampleWater.supply(state, "dry");
            assertThat(here.network()).isEqualTo(there.network());
            assertThat(here.gaps()).isEmpty();
            assertThat(here.assumed()).isEqualTo(there.assumed());
            assertThat(here.numbers()).isEqualTo(there.numbers());
        }
    }

    @Test
    void whatLacksIsToldByTheCataloguesName() {
        List<LayerType> layers = BUNDLED.layers().stream()
                .map(layer -> layer.id().equals("lakes") ? otherwise(layer) : layer)
                .toList();
        var words = new WaterWords(BUNDLED.withLayers(layers));
        assertThat(words.called(new ValueAt("lakes/3", "volume_m3", "湖", 0)).attribute())
                .isEqualTo("x_volume_m3");
        assertThat(words.called("lakes/3", "name")).isEqualTo("x_name");
        assertThat(words.called("water_links/3", "lift_m")).isEqualTo("lift_m");
        assertThat(words.called("lakes/3", "shape")).as("no attribute").isEqualTo("shape");
    }
}
