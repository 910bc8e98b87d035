package org.greenplan.format.dxf.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;

/** A small drawing put together by a test, group by group. */
public final class DrawingText {
    private final StringBuilder header = new StringBuilder();
    private final StringBuilder tables = new StringBuilder();
    private final StringBuilder blocks = new StringBuilder();
    private final StringBuilder entities = new StringBuilder();
    private Charset charset = StandardCharsets.UTF_8;

    DrawingText header(Object... pairs) {
        return append(header, pairs);
    }

    DrawingText table(Object... pairs) {
        return append(tables, pairs);
    }

    DrawingText block(Object... pairs) {
        return append(blocks, pairs);
    }

    DrawingText add(Object... pairs) {
        return append(entities, pairs);
    }

    DrawingText in(String encoding) {
        charset = Charset.forName(encoding);
        return this;
    }

    /** A closed rectangle as LWPOLYLINE. */
    DrawingText rectangle(String layer, double x, double y, double w, double h, Object... more) {
        add(0, "LWPOLYLINE", 8, layer, 70, 1, 10, x, 20, y, 10, x + w, 20, y, 10, x + w, 20, y + h, 10, x, 20, y + h);
        return add(more);
    }

    DrawingText text(String layer, double x, double y, String words) {
        return add(0, "TEXT", 8, layer, 10, x, 20, y, 40, 1, 1, words);
    }

    private DrawingText append(StringBuilder to, Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            to.append(pairs[i]).append('\n').append(pairs[i + 1]).append('\n');
        }
        return this;
    }

    String text() {
        return "0\nSECTION\n2\nHEADER\n" + header + "0\nENDSEC\n0\nSECTION\n2\nTABLES\n" + tables
                + "0\nENDSEC\n0\nSECTION\n2\nBLOCKS\n" + blocks + "0\nENDSEC\n0\nSECTION\n2\nENTITIES\n" + entities
                + "0\nENDSEC\n0\nEOF\n";
    }

    byte[] bytes() {
        return text().getBytes(charset);
    }

    List<SourceLayer> layers() {
        return layers(bytes());
    }

    public static List<SourceLayer> layers(byte[] bytes) {
        return layers(bytes, ReadOptions.DETECT);
    }

    static List<SourceLayer> layers(byte[] bytes, ReadOptions options) {
        try {
            Path path = Files.createTempFile("drawing", ".dxf");
            path.toFile().deleteOnExit();
            Files.write(path, bytes);
            return new DxfReader()
                    .open(new SourceFiles(List.of(new SourceFile("图纸.dxf", path, bytes.length))), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows of all layers. */
    List<SourceRow> rows() {
        return rows(layers());
    }

    public static List<SourceRow> rows(List<SourceLayer> layers) {
        List<SourceRow> rows = new ArrayList<>();
        layers.forEach(l -> l.each(rows::add));
        return rows;
    }
}
