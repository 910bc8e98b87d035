package org.greenplan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.crs.Crs;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.TargetField;
import org.greenplan.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody asks for is understood, or refused in words before anything is written. */
class ExportOrderTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final PlanProfile PROFILE = PlanProfileReader.bundled("shangjie", CATALOGUE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"parks|x|", "|7|", "parks||1,2,3", "parks||113.4,34,113.2,35", "parks||a,b,c,d", "parks||0,0,0,NaN"
            })
    void aBadSelectionIsRefusedInWords(String layer, String ids, String bbox) {
        assertThatThrownBy(() -> Selection.of(CATALOGUE, layer, ids, bbox)).isInstanceOf(Problem.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2383", "4555", "x", "99999999999"})
    void anUnknownCoordinateSystemIsRefusedInWords(String crs) {
        assertThatThrownBy(() -> Crs.of(crs)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void theFileNameSaysPlanLayerDayAndPlane() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        Selection parks = Selection.of(CATALOGUE, "parks", null, null);
        assertThat(new ExportName(PROFILE, order(parks, "geojson", null, Map.of()), day).plain())
                .isEqualTo("greenplan-shangjie-parks-2026-11-24.geojson");
        assertThat(new ExportName(PROFILE, order(parks, "geojson", "4547", Map.of()), day).disposition())
                .contains("filename=\"greenplan-shangjie-parks-epsg4547-2026-11-24.geojson\"")
                .contains("filename*=UTF-8''%E9%9D%92%E7%BB%BF");
        assertThat(new ExportName(PROFILE, order(parks, "shapefile", null, Map.of("encoding", "gbk")), day).plain())
                .isEqualTo("greenplan-shangjie-parks-shapefile-2026-11-24.zip");
        assertThat(new ExportName(PROFILE, order(parks, "dxf", null, Map.of()), day).plain())
                .isEqualTo("greenplan-shangjie-parks-epsg4526-2026-11-24.dxf");
    }

    @ParameterizedTest
    @CsvSource({
        "dxf,4326,plane in metres",
        "dxf,3857,plane in metres",
        "geojson,2383,not on offer",
    })
    void aCoordinateSystemThatDoesNotFitTheFormatIsRefusedInWords(String format, String crs, String words) {
        assertThatThrownBy(() -> order(Selection.everything(CATALOGUE), format, crs, Map.of()))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining(words);
    }

    @Test
    void unknownFormatsAndOptionsAreRefusedInWords() {
        Selection all = Selection.everything(CATALOGUE);
        assertThatThrownBy(() -> order(all, "dwg", null, Map.of()))
                .isInstanceOf(Problem.Missing.class)
                .hasMessageContaining("no export as \"dwg\"")
                .hasMessageContaining("geojson");
        assertThatThrownBy(() -> order(all, "dxf", null, Map.of("colour", "red")))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("no option \"colour\"");
    }

    @ParameterizedTest
    @MethodSource("layers")
    void shortNamesAreOneOfAKindAndFitDbase(LayerType layer) {
        List<String> names =
                TargetFields.of(layer).stream().map(TargetField::shortName).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(n -> n.matches("[a-z][a-z0-9_]{0,9}"));
        assertThat(names).contains("gp_plot", "gp_version", "gp_label");
    }

    static List<LayerType> layers() {
        return CATALOGUE.layers();
    }

    @ParameterizedTest
    @MethodSource("writers")
    void everyOptionOfAFormatHasWords(FormatWriter writer) {
        for (FormatOption option : FormatOption.of(writer)) {
            assertThat(option.title().zh())
                    .as(writer.id() + "." + option.name())
                    .isNotEqualTo(option.name());
            assertThat(option.kind() == FormatOption.Kind.CHOICE)
                    .isEqualTo(!option.choices().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("writers")
    void everyFormatSaysWhatItCannotHold(FormatWriter writer) {
        assertThat(writer.limits()).isNotEmpty().allSatisfy(words -> {
            assertThat(words.zh()).endsWith("。");
            assertThat(words.en()).endsWith(".");
        });
    }

    static List<FormatWriter> writers() {
        return Formats.writers();
    }

    private static ExportOrder order(
            Selection selection, String format, @Nullable String crs, Map<String, String> wishes) {
        return ExportOrder.of(PROFILE, selection, Formats.writer(format), crs, wishes);
    }
}
