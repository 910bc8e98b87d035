package org.greenplan.format.dxf;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.crs.Crs;
import org.greenplan.crs.PlaneText;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * How the numbers of a drawing become metres of a plane: its unit, and the local origin where our own writer moved it.
 *
 * @param findings what was found and why
 */
public record DxfPlacement(AffineTransformation toMetres, Optional<DeclaredCrs> crs, List<Words> findings) {
    /** What our writer says in a comment, a record of the drawing's dictionary and a text. */
    private static final Pattern STATEMENT = Pattern.compile(
            "GREENPLAN crs=([0-9]{4,6}|\\+proj=[-+.=_ 0-9A-Za-z]{1,300}?)(?: origin=(-?[0-9]{1,9}(?:\\.[0-9]{1,4})?),(-?[0-9]{1,9}(?:\\.[0-9]{1,4})?))?");

    /** What our writer says: the system, and the origin in metres where it moved it. */
    public static String statement(Crs system, double originX, double originY) {
        String crs = DxfMark.APPLICATION + " crs="
                + system.epsg().map(String::valueOf).orElse(system.code());
        return originX == 0 && originY == 0
                ? crs
                : crs + " origin=" + DxfNumber.metres(originX) + "," + DxfNumber.metres(originY);
    }

    /** True for what our writer says. */
    public static boolean isStatement(String text) {
        return STATEMENT.matcher(text.strip()).matches();
    }

    /**
     * The placement of a drawing.
     *
     * @param statement what our own writer said in it, or null
     * @param units the header's $INSUNITS, 0 where it has none
     * @param extent of the numbers as they stand
     */
    public static DxfPlacement of(@Nullable String statement, int units, Envelope extent) {
        if (statement != null) {
            Matcher said = STATEMENT.matcher(statement.strip());
            if (said.matches()) {
                return ours(said, extent);
            }
        }
        return foreign(units, extent);
    }

    private static DxfPlacement ours(Matcher said, Envelope extent) {
        String code = said.group(1);
        boolean local = PlaneText.looksLocal(code);
        Words source = Words.of("图中 Greenplan 的说明", "what Greenplan wrote into the drawing");
        var crs = Optional.of(
                local
                        ? new DeclaredCrs(null, code, source)
                        : new DeclaredCrs(code.startsWith("+") ? null : Integer.valueOf(code), null, source));
        if (said.group(2) == null) {
            return new DxfPlacement(new AffineTransformation(), crs, List.of());
        }
        double x = Double.parseDouble(said.group(2));
        double y = Double.parseDouble(said.group(3));
        String origin = said.group(2) + ", " + said.group(3);
        if (!extent.isNull()
                && extent.centre().distance(new org.locationtech.jts.geom.Coordinate(x, y))
                        < Math.hypot(extent.centre().x, extent.centre().y)) {
            return new DxfPlacement(
                    new AffineTransformation(),
                    crs,
                    List.of(
                            Words.of(
                                    "说明中的局部原点为 (" + origin + ")，但图形已移回真实位置，未再加原点。",
                                    "The drawing names a local origin (" + origin
                                            + "), but it has been moved back to its true place; the origin was not added again.")));
        }
        return new DxfPlacement(
                AffineTransformation.translationInstance(x, y),
                crs,
                List.of(Words.of("局部原点 (" + origin + ") 已加回坐标。", "The local origin (" + origin + ") was added back.")));
    }

    private static DxfPlacement foreign(int units, Envelope extent) {
        double scale =
                switch (units) {
                    case 4 -> 0.001;
                    case 5 -> 0.01;
                    case 7 -> 1000;
                    case 14 -> 0.1;
                    default -> 1;
                };
        if (scale == 1) {
            return new DxfPlacement(new AffineTransformation(), Optional.empty(), imperial(units));
        }
        if (looksLikeMetres(extent)) {
            return new DxfPlacement(
                    new AffineTransformation(),
                    Optional.empty(),
                    List.of(
                            Words.of(
                                    "文件头的图形单位不是米($INSUNITS=" + units + ")，但坐标的大小与高斯-克吕格米制坐标或经纬度相符，按原值读。",
                                    "The header's unit is not the metre ($INSUNITS=" + units
                                            + "), but the numbers are those of Gauss–Krüger metres or degrees; they were taken as they stand.")));
        }
        AffineTransformation scaled = AffineTransformation.scaleInstance(scale, scale);
        if (!looksLikeMetres(scaled(extent, scale))) {
            return new DxfPlacement(new AffineTransformation(), Optional.empty(), List.of(eitherUnit(units)));
        }
        return new DxfPlacement(
                scaled,
                Optional.empty(),
                List.of(Words.of(
                        "图形单位 $INSUNITS=" + units + "：坐标乘以 " + scale + " 换算为米。",
                        "Drawing unit $INSUNITS=" + units + ": coordinates were multiplied by " + scale
                                + " to be metres.")));
    }

    private static Envelope scaled(Envelope extent, double scale) {
        return extent.isNull()
                ? extent
                : new Envelope(
                        extent.getMinX() * scale,
                        extent.getMaxX() * scale,
                        extent.getMinY() * scale,
                        extent.getMaxY() * scale);
    }

    /** A drawing about an origin of its own: nothing tells the unit, and control points, which it needs anyway, tell its scale too. */
    private static Words eitherUnit(int units) {
        Words named =
                switch (units) {
                    case 4 -> Words.of("毫米", "millimetres");
                    case 5 -> Words.of("厘米", "centimetres");
                    case 7 -> Words.of("千米", "kilometres");
                    default -> Words.of("分米", "decimetres");
                };
        return Words.of(
                "图形用局部小坐标，单位可能是文件头所写的" + named.zh() + "($INSUNITS=" + units + ")，也可能是米，无法判断：坐标按原值读。请用两个以上控制点配准，比例一并求出。",
                "The drawing has small coordinates about an origin of its own, in " + named.en()
                        + " as its header says ($INSUNITS="
                        + units
                        + ") or in metres: nothing tells which, so they stand as they are. Lay it on by two or more control"
                        + " points, which give its scale as well.");
    }

    /** Programs that care for no unit, GDAL among them, leave the inches of AutoCAD's first template in the header. */
    private static List<Words> imperial(int units) {
        return units != 1 && units != 2
                ? List.of()
                : List.of(Words.of(
                        "文件头的图形单位为英寸或英尺($INSUNITS=" + units + ")，多为模板默认值，坐标按米读。",
                        "The header's unit is the inch or the foot ($INSUNITS=" + units
                                + "), mostly a template's default; the numbers were taken as metres."));
    }

    /** The template of metric AutoCAD says millimetres even where planners draw in metres, which is the rule for plans. */
    private static boolean looksLikeMetres(Envelope extent) {
        if (extent.isNull()) {
            return false;
        }
        double x = extent.centre().x;
        double y = extent.centre().y;
        boolean plane = y > 1.5e6 && y < 6e6 && ((x > 1e5 && x < 1e6) || (x > 1.3e7 && x < 4.7e7));
        boolean degrees =
                extent.getMinX() > 70 && extent.getMaxX() < 140 && extent.getMinY() > 0 && extent.getMaxY() < 60;
        return plane || degrees;
    }
}
