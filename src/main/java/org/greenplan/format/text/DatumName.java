package org.greenplan.format.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.crs.Datum;
import org.greenplan.crs.MapShift;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * What people write for the datum of their coordinates: 国家80, XIAN80, BJ54, CGCS2000, WGS-84, 独立坐标系. A name that says neither is
 * kept as unknown, so that whoever takes the numbers in asks instead of guessing.
 *
 * @param datum the datum named; null for a shifted map and for a name that does not tell
 * @param shift the shift of a map, or null
 * @param phrase the name as it stands there, shortened
 */
public record DatumName(@Nullable Datum datum, @Nullable MapShift shift, String phrase) {
    private static final int SHOWN = 60;
    private static final int LOOKED_AT = 400;

    /** A city's or a site's own system differs from every datum, whatever else its name says. */
    private static final Pattern LOCAL =
            Pattern.compile("独立|地方|城市|城建|工程|假定|任意|相对|自定义|施工|矿区|厂区|本地|local|arbitrary|unknown");

    private static final Pattern XIAN = Pattern.compile("西安|xian|(?<![0-9])(?:19)?80(?![0-9])");
    private static final Pattern BEIJING =
            Pattern.compile("北京|beijing|(?<![a-z])bj|(?<![0-9])(?:19)?54(?![0-9])|克拉索夫斯基|krassovsky");
    private static final Pattern CGCS2000 =
            Pattern.compile("cgcs|(?<![0-9a-z])(?:cn|c)?2000(?![0-9])|国家2k|(?<![0-9])4490(?![0-9])");
    private static final Pattern WGS84 = Pattern.compile("(?:wgs|gps|世界)[^0-9]{0,4}(?:19)?84|(?<![0-9])4326(?![0-9])");
    private static final Pattern GCJ02 = Pattern.compile("gcj|火星|国测局|高德|腾讯");
    private static final Pattern BD09 = Pattern.compile("bd-?09|百度");

    /** The year in {@code 2000} of an easting or of a scale such as 1:2000 is no datum. */
    private static final Pattern SCALE = Pattern.compile("1[:比]\\d{3,6}");

    private static final Pattern STATED =
            Pattern.compile("(?:坐标系统?|坐标基准|大地基准|空间参考|参考系|基准面|datum|crs)(?:名称|为|是|采用)?[:=][\"“]?([^;,。、)\\]\"”]{2,60})");
    private static final Pattern NAMED = Pattern.compile("([^;,。:=()\\[\\]]{1,30}?)(?:平面|直角|大地)*坐标系");
    private static final Pattern NO_NAME =
            Pattern.compile(".*(?:该|本|此|其他|所在|文件|的)|(?:采用|高斯|克吕格|投影|平面|直角|空间|地理|测量|[-—xy、/0-9度带])*");
    private static final Pattern TOKEN = Pattern.compile(
            "(?:国家|大地|西安|xian)-?(?:19)?80|(?<![0-9])(?:19)?80-?(?:西安|国家|大地|坐标)|西安坐标|(?:北京|bj|beijing)-?(?:19)?54"
                    + "|(?<![0-9])(?:19)?54-?(?:北京|坐标)|北京坐标|cgcs-?2000|(?:国家|大地)2000|(?<![0-9])2000(?:国家|坐标)|wgs-?(?:19)?84"
                    + "|gcj-?02|bd-?09|火星坐标");

    /** The datum that a text names whose only purpose is to name one; empty for an empty text. */
    public static Optional<DatumName> of(String named) {
        String plain = plain(named);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        String phrase = shown(named.strip());
        boolean local = LOCAL.matcher(plain).find();
        boolean xian = XIAN.matcher(plain).find();
        boolean beijing = BEIJING.matcher(plain).find();
        boolean modern = CGCS2000.matcher(plain).find() || WGS84.matcher(plain).find();
        boolean gcj = GCJ02.matcher(plain).find();
        boolean baidu = BD09.matcher(plain).find();
        int said = count(xian, beijing, modern, gcj, baidu);
        if (local || said != 1) {
            return Optional.of(new DatumName(null, null, phrase));
        }
        if (gcj || baidu) {
            return Optional.of(new DatumName(null, gcj ? MapShift.GCJ_02 : MapShift.BD_09, phrase));
        }
        return Optional.of(
                new DatumName(xian ? Datum.XIAN_1980 : beijing ? Datum.BEIJING_1954 : Datum.CGCS2000, null, phrase));
    }

    /** The datum that a title, a heading or a note mentions; empty where it speaks of none. */
    public static Optional<DatumName> in(String text) {
        String plain = SCALE.matcher(plain(shown(text, LOOKED_AT))).replaceAll("");
        Matcher stated = STATED.matcher(plain);
        if (stated.find()) {
            return of(stated.group(1));
        }
        Matcher named = NAMED.matcher(plain);
        if (named.find() && !NO_NAME.matcher(named.group(1)).matches()) {
            return of(named.group());
        }
        Matcher token = TOKEN.matcher(plain);
        return token.find() ? of(token.group()) : Optional.empty();
    }

    /** True where the name does not tell which datum it is. */
    public boolean isUnknown() {
        return datum == null && shift == null;
    }

    /** What a file that names it declares: an old datum by its degrees, a new one by its words alone, an unknown one as unknown. */
    public DeclaredCrs declared(Words source) {
        if (shift != null) {
            return DeclaredCrs.shifted(shift, source);
        }
        if (datum == null) {
            return DeclaredCrs.unknown(source);
        }
        return new DeclaredCrs(datum == Datum.CGCS2000 ? null : Integer.valueOf(datum.degreesEpsg()), null, source);
    }

    /** Full-width letters and signs as plain ones, small, without blanks and the marks that join words. */
    private static String plain(String text) {
        return Normalizer.normalize(shown(text, LOOKED_AT), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s'’`_.·]", "");
    }

    private static int count(boolean... said) {
        int count = 0;
        for (boolean one : said) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static String shown(String text) {
        return shown(text, SHOWN);
    }

    private static String shown(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
