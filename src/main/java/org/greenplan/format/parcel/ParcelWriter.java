package org.greenplan.format.parcel;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.ReadMe;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * Writes parcel TXT (报批坐标) as strict readers want it: GBK, CRLF, zone number before the easting, areas in hectares, closed
 * rings. Only areas are parcels; lines and points are left out, and it is said.
 */
public final class ParcelWriter implements FormatWriter {
    private static final Charset GBK = Charset.forName("GBK");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-M-d", Locale.ROOT);

    @Override
    public String id() {
        return "parcel";
    }

    @Override
    public Words title() {
        return Words.of("报批坐标 TXT", "Parcel TXT (boundary points)");
    }

    @Override
    public List<Words> limits() {
        return List.of(
                Words.of("只有面:线和点不写入。", "Areas only: lines and points are left out."),
                Words.of(
                        "只带编号、名称、用途和面积,没有其他属性;GBK 没有的字写作“?”,逗号和 @ 写作全角,换行写作空格。",
                        "Only number, name, use and area go along, no other attributes; what GBK lacks becomes \"?\", commas and @"
                                + " become full-width, line breaks become blanks."));
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public String mediaType() {
        return "text/plain; charset=GBK";
    }

    @Override
    public Coordinates coordinates() {
        return Coordinates.PREFIXED_ZONE;
    }

    /**
     * {@code preset}: {@code default} or {@code 2000}, the two ways in which the datum is spelled; {@code precision}: 0.01, 0.001
     * or 0.0001 metres; {@code unit}: who made the file.
     */
    @Override
    public boolean hasColumns() {
        return false;
    }

    @Override
    public Set<String> options() {
        return Set.of("preset", "precision", "unit");
    }

    @Override
    public long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out) throws IOException {
        return write(plan, rows, options, out, words -> {});
    }

    @Override
    public long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out, Consumer<Words> notes)
            throws IOException {
        options.requireKnown(options());
        ParcelZone zone = ParcelZone.of(plan.crs());
        int decimals = decimals(options);
        Writer text = new BufferedWriter(new OutputStreamWriter(out, GBK));
        GbkText gbk = new GbkText(notes);
        header(text, gbk, plan, options, zone);
        ParcelText parcels = new ParcelText(text, gbk, zone, decimals, notes);
        for (TargetLayer layer : plan.layers()) {
            if (layer.type().geometry() == GeometryKind.POLYGON) {
                rows.each(layer, row -> parcels.write(layer, row));
            } else {
                notes.accept(Words.of(
                        "图层“" + layer.type().title().zh() + "”不是面,未写入报批坐标。",
                        "The layer \"" + layer.type().title().en()
                                + "\" has no areas and was left out of the parcel file."));
            }
        }

        text.flush();
        return parcels.written();
    }

    private static void header(Writer text, GbkText gbk, TargetPlan plan, WriteOptions options, ParcelZone zone)
            throws IOException {
        String unit = options.find("unit");
        String precision = options.find("precision");
        String[] lines = {
            "[属性描述]",
            "格式版本号=1.01",
            "数据产生单位=" + gbk.plain(maker(plan, unit == null ? "" : unit)),
            "数据产生日期=" + DAY.format(plan.exportedAt().atZone(plan.profile().timeZone())),
            "坐标系=" + datum(options),
            "几度分带=" + zone.stepDeg(),
            "投影类型=高斯克吕格",
            "计量单位=米",
            "带号=" + zone.number(),
            "精度=" + (precision == null ? "0.001" : precision),
            "转换参数=,,,,,,",
            "[地块坐标]"
        };
        for (String line : lines) {
            text.write(line + "\r\n");
        }
    }

    /** The head has no line for remarks, and strict readers refuse lines that they do not know. */
    private static String maker(TargetPlan plan, String unit) {
        return plan.profile().illustrative()
                ? unit + "（" + ReadMe.ILLUSTRATIVE.zh().replace("。", "") + "）"
                : unit;
    }

    private static String datum(WriteOptions options) {
        String preset = options.find("preset");
        if (preset == null || preset.equals("default")) {
            return "2000国家大地坐标系";
        }
        if (preset.equals("2000")) {
            return "CGCS2000";
        }
        throw new Problem.Invalid(
                Words.of(
                        "没有预设“" + preset + "”。可用:default、2000。",
                        "There is no preset \"" + preset + "\". Choose default or 2000."),
                "preset");
    }

    private static int decimals(WriteOptions options) {
        String precision = options.find("precision");
        return switch (precision == null ? "0.001" : precision) {
            case "0.01" -> 2;
            case "0.001" -> 3;
            case "0.0001" -> 4;
            default ->
                throw new Problem.Invalid(
                        Words.of(
                                "精度“" + precision + "”不可用。可用:0.01、0.001、0.0001。",
                                "The precision \"" + precision + "\" is not on offer. Choose 0.01, 0.001 or 0.0001."),
                        "precision");
        };
    }
}
