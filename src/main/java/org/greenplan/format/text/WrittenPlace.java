package org.greenplan.format.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/**
 * Two coordinates in one text, as this program prints them and people copy them: with or without their names before or their hemispheres
 * behind them, in half or full width, degrees in every notation of {@link WrittenNumber}.
 */
public final class WrittenPlace {
    private static final String NAME = "东经|西经|北纬|南纬|经度|纬度|横坐标|纵坐标|longitude|latitude|long|lng|lon|lat|[xyenbl]";
    private static final Pattern NAMED =
            Pattern.compile("\\(?\\s*(" + NAME + ")\\s*[:=]?\\s*([-+]?\\d.*?)\\s*(?:m|米)?[\\s,;、]*(?<![a-z])(" + NAME
                    + ")\\s*[:=]?\\s*([-+]?\\d.*?)\\s*(?:m|米)?\\s*\\)?");
    private static final Pattern NORTHWARD = Pattern.compile("北纬|南纬|纬度|纵坐标|latitude|lat|[xnb]");

    private WrittenPlace() {}

    /**
     * The two numbers, the eastward one first where their names tell which it is, else as they stand; nothing where the text is no pair.
     * X goes north here, as surveyors have it.
     */
    public static Optional<Coordinate> of(String text) {
        String word = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
        Matcher named = NAMED.matcher(word);
        if (named.matches()) {
            double first = WrittenNumber.of(named.group(2));
            double second = WrittenNumber.of(named.group(4));
            if (!Double.isNaN(first) && !Double.isNaN(second)) {
                boolean northFirst = NORTHWARD.matcher(named.group(1)).matches();
                return Optional.of(northFirst ? new CoordinateXY(second, first) : new CoordinateXY(first, second));
            }
        }
        return Optional.ofNullable(WrittenNumber.pair(text));
    }
}
