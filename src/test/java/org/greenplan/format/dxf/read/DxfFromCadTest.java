package org.greenplan.format.dxf.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greenplan.format.SourceRow;
import org.greenplan.format.dxf.Ezdxf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same drawing as every version of AutoCAD would save it, made by ezdxf with Chinese layers. */
class DxfFromCadTest {
    private static final String DRAW =
            """
            import sys, ezdxf
            from pathlib import Path
            version = VERSION
            drawing = ezdxf.new(version)
            drawing.encoding = 'gbk'
            drawing.units = 6
            for name in ('公园', '弧', '圆', '图块', '填充', '样条', '链'):
                drawing.layers.add(name, color=3)
            space = drawing.modelspace()
            on = lambda name: {'layer': name}
            square = [(0, 0), (100, 0), (100, 100), (0, 100)]
            space.add_polyline2d(square, close=True, dxfattribs=on('公园'))
            space.add_text('孟津路游园', dxfattribs={'layer': '注记', 'height': 5, 'insert': (5, 85)})
            space.add_polyline2d([(0, 0, 1), (10, 0, 1)], format='xyb', close=True, dxfattribs=on('弧'))
            space.add_circle((50, 50), 20, dxfattribs=on('圆'))
            block = drawing.blocks.new('地块', base_point=(1, 1))
            block.add_polyline2d([(1, 1), (2, 1), (2, 2), (1, 2)], close=True)
            space.add_blockref('地块', (200, 0), dxfattribs={
                'layer': '图块', 'xscale': 10, 'yscale': 20, 'rotation': 90})
            for a, b in (((0, 0), (9, 0)), ((9, 9), (9, 0)), ((9, 9), (0, 0))):
                space.add_line(a, b, dxfattribs=on('链'))
            if version != 'R12':
                space.add_lwpolyline([(300, 0), (310, 0), (310, 10)], close=True, dxfattribs=on('公园'))
                space.add_mtext('{\\\\fSimSun|b0;丹江南路}\\\\P游园', dxfattribs={
                    'layer': '注记', 'char_height': 1, 'insert': (308, 3), 'attachment_point': 5})
                hatch = space.add_hatch(dxfattribs=on('填充'))
                path = hatch.paths.add_edge_path()
                path.add_line((0, 0), (20, 0))
                path.add_arc((10, 0), 10, 0, 180, ccw=True)
                space.add_spline([(0, 0), (5, 5), (10, 0)], dxfattribs=on('样条'))
                space.add_open_spline([(0, 0), (5, 5), (10, 0), (15, 5)], dxfattribs=on('样条'))
            drawing.saveas(Path(sys.argv[1]))
            """;

    @ParameterizedTest
    @ValueSource(strings = {"R12", "R2000", "R2004", "R2007", "R2010", "R2013", "R2018"})
    void everyVersionIsRead(String version, @TempDir Path folder) throws IOException {
        Path drawing = folder.resolve(version + ".dxf");
        Path script = Files.writeString(folder.resolve("draw.py"), DRAW.replace("VERSION", "'" + version + "'"));
        Ezdxf.run(script, drawing);
        Map<Object, List<SourceRow>> rows = DrawingText.rows(DrawingText.layers(Files.readAllBytes(drawing))).stream()
                .collect(Collectors.groupingBy(r -> String.valueOf(r.values().get("layer"))));
        assertThat(area(rows, "公园")).isEqualTo(10_000);
        assertThat(rows.get("公园").get(0).values()).containsEntry("name", "孟津路游园");
        assertThat(area(rows, "弧")).isCloseTo(Math.PI * 25, within(0.3));
        assertThat(area(rows, "圆")).isCloseTo(Math.PI * 400, within(1.3));
        assertThat(area(rows, "图块")).isCloseTo(200, within(1e-6));
        assertThat(area(rows, "链")).isCloseTo(40.5, within(1e-6));
        if (!version.equals("R12")) {
            assertThat(rows.get("公园").get(1).values())
                    .containsEntry("name", "丹江南路")
                    .containsEntry("text", "丹江南路\n游园");
            assertThat(area(rows, "填充")).isCloseTo(Math.PI * 50, within(0.3));
            assertThat(rows.get("样条")).hasSize(2);
        }
    }

    private static double area(Map<Object, List<SourceRow>> rows, String layer) {
        return DxfReaderTest.shape(rows.get(layer).get(0)).getArea();
    }
}
