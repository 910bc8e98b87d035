package org.greenplan.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasemapTest {
    @ParameterizedTest
    @CsvSource({
        "osm,                                        OpenStreetMap, https://tile.openstreetmap.org",
        "tianditu=0123abc,                           天地图,         https://t0.tianditu.gov.cn",
        "影像=https://{s}.tiles.test/{z}/{x}/{y}.png, 影像,          https://*.tiles.test",
        "本地=http://127.0.0.1:9000/{z}/{x}/{y}.png,  本地,          http://127.0.0.1:9000"
    })
    void aBasemapIsNamedInOneWord(String text, String title, String origin) {
        Basemap map = Basemap.of("basemap-1", text);
        assertThat(map.title()).isEqualTo(title);
        assertThat(map.origin()).isEqualTo(origin);
        assertThat(map.url()).contains("{z}", "{x}", "{y}");
    }

    @Test
    void theKeyGoesIntoTheAddress() {
        assertThat(Basemap.of("b", "tianditu=0123abc").url()).endsWith("&tk=0123abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "osm2", "tianditu", "tianditu=", "影像=ftp://x/{z}", "影像=https://x/y.png", "=https://x/{z}"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Basemap.of("b", text)).isInstanceOf(Problem.Invalid.class);
    }
}
