package org.greenplan.backdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.greenplan.problem.Problem;
import org.greenplan.tile.TileAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnlineMapTest {
    private static final TileAddress AT = new TileAddress(3, 6, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    osm | OpenStreetMap | https://tile.openstreetmap.org/3/6/2.png
                    tianditu=0123abc | 天地图 | https://t0.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default&FORMAT=tiles&TILEMATRIX=3&TILEROW=2&TILECOL=6&tk=0123abc&TILEMATRIXSET=w
                    tianditu-img-c=0123abc | 天地图影像 | https://t0.tianditu.gov.cn/img_c/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=img&STYLE=default&FORMAT=tiles&TILEMATRIX=3&TILEROW=2&TILECOL=6&tk=0123abc&TILEMATRIXSET=c
                    影像=https://{s}.tiles.test/{z}/{x}/{y}.png | 影像 | https://c.tiles.test/3/6/2.png
                    南起=https://tiles.test/{z}/{x}/{-y}.png | 南起 | https://tiles.test/3/6/5.png
                    W=https://x.test/wmts/{TileMatrix}/{TileRow}/{TileCol} | W | https://x.test/wmts/3/2/6
                    本地=http://127.0.0.1:9000/{z}/{x}/{y}.png | 本地 | http://127.0.0.1:9000/3/6/2.png
                    """)
    void aMapIsNamedInOneWord(String text, String title, String address) {
        OnlineMap map = (OnlineMap) BasemapOption.read(text);
        assertThat(map.title()).isEqualTo(title);
        assertThat(map.layers().get(0).tile(AT.z(), AT.x(), AT.y())).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LAYERS=img | CRS=EPSG:3857&BBOX=10018754.171,5009377.086,15028131.257,10018754.171
                    LAYERS=img&VERSION=1.1.1&SRS=EPSG:4326 | SRS=EPSG:4326&BBOX=90.000000000,40.979898070,135.000000000,66.513260443
                    LAYERS=img&crs=epsg:4490 | CRS=EPSG:4490&BBOX=40.979898070,90.000000000,66.513260443,135.000000000
                    LAYERS=img&CRS=CRS:84&bbox=1,2,3,4 | CRS=CRS:84&BBOX=90.000000000,40.979898070,135.000000000,66.513260443
                    """)
    void aMapServiceIsAskedForTheBoxOfATile(String query, String end) {
        TileTemplate layer = TileTemplate.of("https://wms.test/ows?token=abc&" + query);
        assertThat(layer.picture(AT).toString())
                .startsWith("https://wms.test/ows?token=abc&LAYERS=img&SERVICE=WMS&REQUEST=GetMap&VERSION=1.")
                .endsWith("&WIDTH=256&HEIGHT=256&" + end);
    }

    /** What lies 500 m beside its place is put right, whether or not whoever names it knows. */
    @ParameterizedTest
    @CsvSource({
        "高德=https://webrd01.is.autonavi.com/appmaptile?x={x}&y={y}&z={z}, true",
        "腾讯=https://rt0.map.gtimg.com/tile?z={z}&x={x}&y={-y}, refused",
        "自建=gcj02:https://tiles.test/{z}/{x}/{y}.png, true",
        "天地图=https://t0.tianditu.gov.cn/vec_w/wmts?x={x}&y={y}&z={z}, false",
        "百度=https://maponline0.bdimg.com/tile/?x={x}&y={y}&z={z}, refused",
        "假=https://notautonavi.com/{z}/{x}/{y}.png, false"
    })
    void shiftedMapsAreKnown(String text, String shifted) {
        if (shifted.equals("refused")) {
            assertThatThrownBy(() -> BasemapOption.read(text)).isInstanceOf(Problem.Invalid.class);
        } else {
            assertThat(((OnlineMap) BasemapOption.read(text)).gcj02()).isEqualTo(Boolean.parseBoolean(shifted));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "osm2",
                "tianditu",
                "tianditu=",
                "影像=ftp://x/{z}/{x}/{y}",
                "影像=https://x/y.png",
                "=https://x/{z}/{x}/{y}",
                "影像=https://{x}.test/{z}/{x}/{y}.png",
                "影像=https://user:pass@x.test/{z}/{x}/{y}.png",
                "影像=https://x.test/wms?LAYERS=a&CRS=EPSG:27700",
                "/nowhere/at-all.mbtiles"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> BasemapOption.read(text)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void namesLieOnTheNationalMap() {
        OnlineMap map = OnlineMap.tianditu("ter", "w", true, "k");
        assertThat(map.layers())
                .extracting(TileTemplate::url)
                .satisfiesExactly(
                        ground -> assertThat(ground).contains("/ter_w/wmts", "LAYER=ter&"),
                        names -> assertThat(names).contains("/cta_w/wmts", "LAYER=cta&"));
        assertThat(OnlineMap.tianditu("img", "c", false, "k").layers()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.1.1, true",
        "223.5.5.5, true",
        "2400:3200::1, true",
        "127.0.0.1, false",
        "127.8.8.8, false",
        "0.0.0.0, false",
        "10.1.2.3, false",
        "172.16.0.1, false",
        "192.168.1.1, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "198.18.0.1, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "::, false",
        "fe80::1, false",
        "fd00::1, false",
        "::ffff:10.0.0.1, false",
        "64:ff9b::a00:1, false",
        "2002:a00:1::, false",
        "2001::1, false"
    })
    void onlyPublicAddressesAreReachedFromThePage(String address, boolean open) throws UnknownHostException {
        assertThat(Reach.isPublic(InetAddress.getByName(address))).isEqualTo(open);
    }
}
