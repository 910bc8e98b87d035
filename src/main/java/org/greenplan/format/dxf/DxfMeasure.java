package org.greenplan.format.dxf;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells labels that say how large, steep or high something is from names: {@code S=3000m2}, {@code 合4.50亩}, {@code i=0.3%}, {@code R15}. */
public final class DxfMeasure {
    private static final int LONGEST = 100;

    private static final String NUMBER = "[-+±]{0,2}\\d[\\d,.\\s]*+";
    private static final String UNIT =
            "(?:m2|m²|m\\^2|㎡|平方米|平方公里|km2|亩|mu|公顷|ha|hm2|m|米|公里|km|cm|mm|毫米|厘米|%|‰|°|度|株|棵|座|个|层|户|人|元|万元|"
                    + "辆|根|处|t|吨|m3|立方米|方)";
    private static final String WHAT = "(?:总|净|用地|占地|绿地|绿化|建筑|实测|规划|地块|宗地|水域|水面|征收|改造|新增|现状)*"
            + "(?:面积|周长|长度|宽度|长|宽|半径|直径|坡度|坡比|高程|标高|高度|限高|容积率|绿地率|绿化率|建筑密度|密度|比例|投资|株数|间距|管径|埋深|水深|水位)";
    /** A12 and S1 are names of plots: only with a sign behind it does such a letter measure. */
    private static final String LETTER = "(?:(?:[slaihrdbw]|ha)(?=\\s*[=:≈])|[rφ∅⌀▽△]|dn|de|i(?=[\\d.]+\\s*[%‰]))";

    private static final String SIGN = "\\s*(?:=|:|≈|~|为|约|是|<|>|≤|≥|不小于|不大于)*\\s*";
    private static final String PART = "(?:(?:约?合|约|计|共计?|共|即|总计)?\\s*(?:" + WHAT + "|" + LETTER + ")?(?:\\(" + UNIT
            + "\\))?" + SIGN + "(?:约|合)?" + NUMBER + UNIT + "{0,2})";
    private static final Pattern MEASURE =
            Pattern.compile("[(\\[]?" + PART + "(?:[,;/、\\s]*" + PART + "){0,5}[)\\]]?\\.?", Pattern.CASE_INSENSITIVE);

    /** {@code 20x30m}, {@code 1:1.5}, {@code K0+100}, {@code J12} of a corner. */
    private static final Pattern OTHER = Pattern.compile(
            "\\d+(?:\\.\\d+)?\\s*[x×*]\\s*\\d+(?:\\.\\d+)?(?:\\s*[x×*]\\s*\\d+(?:\\.\\d+)?)?\\s*" + UNIT
                    + "?|1:\\d+(?:\\.\\d+)?|[a-z]{0,2}k\\d+\\+\\d+(?:\\.\\d+)?"
                    + "|j\\d{1,4}|[xy]\\s*[=:]\\s*\\d[\\d.]*|±0(?:\\.0+)?|" + WHAT + "(?:\\(" + UNIT + "\\))?[:=]?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private DxfMeasure() {}

    /** True for a line that measures something and names nothing. */
    public static boolean isMeasure(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        String plain = Normalizer.normalize(line.replace('²', '2'), Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT);
        return MEASURE.matcher(plain).matches() || OTHER.matcher(plain).matches();
    }

    /** True for a bare number, which names a plot where nothing better does. */
    public static boolean isNumber(String line) {
        return DIGITS.matcher(line).matches();
    }
}
