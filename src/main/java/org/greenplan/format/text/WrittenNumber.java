package org.greenplan.format.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/**
 * Coordinates as people write them into cells: thousands parted, units behind, degrees with minutes and seconds in the notations of
 * surveyors, maps and telephones. What is impossible (77 minutes) or can be read in two ways is no number, so that it is asked about.
 */
public final class WrittenNumber {
    private static final int LONGEST = 80;

    /** What stands before a number: {@code X=}, {@code 东经}, {@code Lat:}. */
    private static final Pattern BEFORE =
            Pattern.compile("^(?:x|y|n|e|lon|lng|long|longitude|lat|latitude|东经|北纬|经度|纬度|东|北|经|纬|纵坐标|横坐标)[:=]");

    private static final Pattern HEMISPHERE_BEFORE = Pattern.compile("^(?:东经|北纬|西经|南纬|[nesw])\\s*");
    private static final Pattern HEMISPHERE_BEHIND = Pattern.compile("\\s*(?:东经|北纬|西经|南纬|[nesw])$");
    private static final Pattern UNIT = Pattern.compile("\\s*(?:m|米|公尺)$");
    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(?:\\d{1,15}(?:\\.\\d{0,20})?|\\.\\d{1,20})(?:e[+-]?\\d{1,3})?");

    /** At least two groups, or one with a fraction behind it: {@code 113,289} alone may be a decimal comma. */
    private static final Pattern THOUSANDS =
            Pattern.compile("[+-]?\\d{1,3}(?:(?:,\\d{3}){2,}|(?:[ '’]\\d{3})+|,\\d{3}(?=\\.))(?:\\.\\d{1,20})?");

    private static final String DEGREE = "[°º˚⁰度d*]";
    private static final String MINUTE = "(?:['′’‘´`分m])";
    private static final String SECOND = "(?:''|′′|’’|´´|[\"″”“˝秒s])";
    private static final String REAL = "(\\d{1,2}(?:\\.\\d{1,12})?)";
    private static final Pattern WITH_MARKS = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,15})?)" + DEGREE + "(?:" + REAL
            + MINUTE + "(?:" + REAL + "(?:" + SECOND + "(\\d{1,8})?)?)?)?");
    private static final Pattern PARTED =
            Pattern.compile("(\\d{1,3})([ :-])(\\d{1,2}(?:\\.\\d{1,12})?)(?:\\2(\\d{1,2}(?:\\.\\d{1,12})?))?");

    /** What a sign of a degree, a minute or a second looks like once unified. */
    private static final Pattern ANY_MARK = Pattern.compile(DEGREE + "|" + MINUTE + "|" + SECOND);

    private WrittenNumber() {}

    /** The number that a cell's text says, degrees as decimal ones; NaN where it says none, an impossible or an ambiguous one. */
    public static double of(String text) {
        String word = plain(text);
        if (word.isEmpty()) {
            return Double.NaN;
        }
        Matcher before = BEFORE.matcher(word);
        word = before.find() ? word.substring(before.end()).strip() : word;
        double bare = bare(UNIT.matcher(word).replaceFirst(""));
        if (!Double.isNaN(bare)) {
            return bare;
        }
        boolean minus = word.matches("(?:西经|南纬|[sw]).*|.*(?:西经|南纬|[0-9°'′\"″分秒度][sw])") && !word.endsWith("秒");
        boolean seconds = word.matches(".*\\d\\s*s") && word.contains("d");
        minus &= !seconds;
        String core = HEMISPHERE_BEFORE.matcher(word).replaceFirst("");
        core = seconds ? core : HEMISPHERE_BEHIND.matcher(core).replaceFirst("");
        double value = degrees(core.strip());
        return minus ? -value : value;
    }

    private static double bare(String word) {
        if (PLAIN.matcher(word).matches()) {
            double value = Double.parseDouble(word);
            return Double.isFinite(value) ? value : Double.NaN;
        }
        return THOUSANDS.matcher(word).matches() ? Double.parseDouble(word.replaceAll("[, '’]", "")) : Double.NaN;
    }

    private static double degrees(String core) {
        double bare = bare(core);
        if (!Double.isNaN(bare)) {
            return bare;
        }
        boolean negative = core.startsWith("-");
        String positive = negative ? core.substring(1) : core;
        Matcher marks = WITH_MARKS.matcher(positive.replaceAll("\\s", ""));
        if (marks.matches()) {
            String fraction = marks.group(4);
            String seconds = marks.group(3);
            boolean whole = marks.group(2) == null || !marks.group(1).contains(".");
            boolean wholeMinutes = seconds == null || !marks.group(2).contains(".");
            boolean twice = fraction != null && seconds.contains(".");
            return !whole || !wholeMinutes || twice
                    ? Double.NaN
                    : signed(
                            negative,
                            marks.group(1),
                            marks.group(2),
                            fraction == null ? seconds : seconds + "." + fraction);
        }
        Matcher parted = PARTED.matcher(positive);
        if (parted.matches()) {
            String seconds = parted.group(4);
            boolean wholeMinutes = seconds == null || !parted.group(3).contains(".");
            return wholeMinutes ? signed(negative, parted.group(1), parted.group(3), seconds) : Double.NaN;
        }
        return Double.NaN;
    }

    /** Minutes and seconds run from 0 to less than 60; more than that is a slip of the pen that nobody can mend. */
    private static double signed(boolean negative, String degrees, @Nullable String minutes, @Nullable String seconds) {
        double m = minutes == null ? 0 : Double.parseDouble(minutes);
        double s = seconds == null ? 0 : Double.parseDouble(seconds);
        double value = Double.parseDouble(degrees) + m / 60 + s / 3600;
        return m >= 60 || s >= 60 || value > 180 ? Double.NaN : negative ? -value : value;
    }

    /**
     * Degrees, minutes and seconds packed into one number: {@code 1162322.65} with seconds as units, or {@code 116.232265} with the
     * degrees before the point; NaN where the digits make no minutes or seconds.
     */
    public static double packed(double number) {
        double seconds = number >= 1000 ? number : number * 10_000;
        // The fraction of a binary number is never exact; a millionth of a second is far below what a survey tells.
        double units = Math.rint(seconds * 1e6) / 1e6;
        double degrees = Math.floor(units / 10_000);
        double minutes = Math.floor((units - degrees * 10_000) / 100);
        double rest = units - degrees * 10_000 - minutes * 100;
        return minutes >= 60 || rest >= 60 || degrees > 180 ? Double.NaN : degrees + minutes / 60 + rest / 3600;
    }

    /** Two numbers in one text, first and second as they stand; null where it holds none or can be parted in two ways. */
    public static @Nullable Coordinate pair(String text) {
        String word = plain(text).replaceAll("^[(\\[{]|[)\\]}]$", "").strip();
        Coordinate found = null;
        for (String separator : new String[] {"\\s*[,;、|/]\\s*", "\\s+"}) {
            String[] parts = word.split(separator, -1);
            if (parts.length == 2 && found == null) {
                double first = of(parts[0]);
                double second = of(parts[1]);
                found = Double.isNaN(first) || Double.isNaN(second) ? null : new CoordinateXY(first, second);
            }
        }
        return found == null ? degreesBesideEachOther(word) : found;
    }

    /** {@code 116°23′22″E 39°54′31″N}, with blanks between the parts or none at all. */
    private static @Nullable Coordinate degreesBesideEachOther(String word) {
        for (int i = 1; i < word.length(); i++) {
            boolean cut = "eEnN秒\"″”'′ ".indexOf(word.charAt(i - 1)) >= 0 || "eEnN东北".indexOf(word.charAt(i)) >= 0;
            String left = word.substring(0, i).strip();
            String right = word.substring(i).replaceFirst("^[,;\\s]+", "").strip();
            if (cut && ANY_MARK.matcher(left).find() && ANY_MARK.matcher(right).find()) {
                double first = of(left);
                double second = of(right);
                if (!Double.isNaN(first) && !Double.isNaN(second)) {
                    return new CoordinateXY(first, second);
                }
            }
        }
        return null;
    }

    /** True for a text that was meant as a number: whoever wrote it wants to hear that it cannot be read. */
    public static boolean looksMeant(String text) {
        String word = plain(text);
        long digits = word.chars().filter(c -> c >= '0' && c <= '9').count();
        long letters = word.codePoints()
                .filter(c -> c > 0x2E80 && "度分秒米东西南北经纬".indexOf(c) < 0)
                .count();
        return digits >= 3 && letters == 0 && digits * 2 >= word.length();
    }

    private static String plain(String text) {
        if (text.length() > LONGEST) {
            return "";
        }
        String marked = text.replace('º', '°')
                .replace('˚', '°')
                .replace('″', '"')
                .replace('˝', '"')
                .replace('′', '\'')
                .replace('´', '\'');
        return Normalizer.normalize(marked, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\u2212', '-')
                .strip();
    }
}
