package org.greenplan.format.shapefile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.format.ReadMe;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.problem.Words;

/** The two texts beside the shapefiles: what the short names of the fields stand for, and what to know of the whole. */
final class ShapefileNotes {
    private static final String CRLF = "\r\n";
    /** Without it Excel takes UTF-8 for the system's encoding. */
    private static final String MARK = "\uFEFF";

    private final StringBuilder fields = new StringBuilder(MARK)
            .append("layer,layer_zh,field,name,title_zh,title_en,type,width,decimals")
            .append(CRLF);
    private final StringBuilder readMe = new StringBuilder(MARK);
    private final List<Words> losses = new ArrayList<>();

    ShapefileNotes(TargetPlan plan, Charset charset) {
        readMe.append(ReadMe.text(plan));
        say("文字编码：" + charset.name() + "（见 .cpg）；字段全名见 fields.csv。");
        say("Encoding: " + charset.name() + " (see .cpg); the long names of the fields are in fields.csv.");
    }

    /** A layer has been written. */
    void layer(TargetLayer layer, List<DbfColumn> columns) {
        String id = layer.type().id();
        for (DbfColumn column : columns) {
            fields.append(String.join(
                            ",",
                            id,
                            quoted(layer.type().title().zh()),
                            column.field().shortName(),
                            column.field().name(),
                            quoted(column.field().title().zh()),
                            quoted(column.field().title().en()),
                            String.valueOf(column.type()),
                            String.valueOf(column.width()),
                            String.valueOf(column.decimals())))
                    .append(CRLF);
            loss(
                    id + "." + column.field().shortName(),
                    column.cut(),
                    "个文字超过 254 字节，已截短。",
                    "texts were longer than 254 bytes and have been cut.");
            loss(
                    id + "." + column.field().shortName(),
                    column.unwritable(),
                    "个文字含有该编码没有的字符，写作“?”。",
                    "texts have characters that the encoding lacks; they stand as \"?\".");
        }
    }

    /** What the format or the encoding could not hold. */
    List<Words> losses() {
        return losses;
    }

    byte[] fields() {
        return fields.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] readMe() {
        losses.forEach(loss -> {
            say(loss.zh());
            say(loss.en());
        });
        return readMe.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void say(String line) {
        readMe.append(line).append(CRLF);
    }

    private void loss(String where, long count, String zh, String en) {
        if (count > 0) {
            losses.add(Words.of(where + "：" + count + " " + zh, where + ": " + count + " " + en));
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
