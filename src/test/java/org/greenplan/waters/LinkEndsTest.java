package org.greenplan.waters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.network.Drawing;
import org.greenplan.network.Drawn;
import org.greenplan.network.Finding;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What a line between 上湖 (150 m) and 下湖 (136 m) is told to join. */
class LinkEndsTest {
    @ParameterizedTest
    @CsvSource({
        "'100 50, 500 50', 上湖, 下湖, gravity, -14, ''",
        "'500 50, 100 50', 下湖, 上湖, pump, 14, ''",
        "'100 50, 488 50', 上湖, , unknown, , LOOSE_END",
        "'100 50, 300 50', 上湖, 站, unknown, , ''"
    })
    void itIsToldByWhatItTouches(
            String way,
            @Nullable String from,
            @Nullable String to,
            String says,
            @Nullable Double riseM,
            String finding) {
        List<Drawn> all = new ArrayList<>(List.of(
                thing("lakes/1", Kind.LAKE, "POLYGON((0 0,100 0,100 100,0 100,0 0))", "上湖", 150.0),
                thing("lakes/2", Kind.LAKE, "POLYGON((500 0,600 0,600 100,500 100,500 0))", "下湖", 136.0),
                thing("works/1", Kind.STRUCTURE, "POINT(300 54)", "站", null),
                thing("water_links/0", Kind.LINK, "LINESTRING(" + way + ")", "新线", null)));
        if (!says.equals("unknown")) {
            all.remove(2);
        }
        LinkEnds ends = LinkEnds.of(Network.of(Drawing.of(5, all, box -> List.of())), "water_links/0");
        assertThat(ends.from() == null ? null : ends.from().name()).isEqualTo(from);
        assertThat(ends.to() == null ? null : ends.to().name()).isEqualTo(to);
        assertThat(ends.riseM()).isEqualTo(riseM);
        assertThat(ends.map()).containsEntry("way", says);
        assertThat(ends.findings())
                .as("what is only not filled in yet, and the hill that a pump climbs, are no findings")
                .extracting(Finding::type)
                .noneMatch(type -> type == Finding.Type.MISSING || type == Finding.Type.UPHILL)
                .allMatch(type -> finding.isEmpty() ? type == Finding.Type.CONTRADICTION : true);
        if (!finding.isEmpty()) {
            assertThat(ends.findings()).extracting(found -> found.type().name()).contains(finding);
        }
    }

    private static Drawn thing(String id, Kind kind, String wkt, String name, @Nullable Double levelM) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("normal_level_m", levelM);
        try {
            return Drawn.of(id, kind, new WKTReader().read(wkt), true, values);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
