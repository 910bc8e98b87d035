package org.greenplan.format.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands above or between the points of a printed table and tells the plot: {@code 宗地号: G-01}, {@code 地块名称 | 东园}. */
final class SheetKeys {
    /** Under it a workbook's sheet tells its name where each sheet is a plot. */
    static final String SHEET = "工作表";

    private static final int LONGEST = 200;
    private static final String IDS = "宗地号|宗地编号|宗地代码|宗地编码|地块编号|地块号|地块代码|图斑编号|图斑号|项目编号";
    private static final String NAMES = "地块名称|宗地名称|图斑名称|项目名称|" + SHEET;
    private static final Pattern KEY = Pattern.compile("(" + IDS + "|" + NAMES
            + ")\\s*[:\uFF1A]\\s*([^\\s:\uFF1A].*?)(?=\\s{2,}|\\s*[\\u4E00-\\u9FFF()]{2,12}\\s*[:\uFF1A]|$)");
    private static final Pattern BARE = Pattern.compile("(" + IDS + "|" + NAMES + ")[:\uFF1A]?");
    private static final List<String> BY_RANK = List.of("地块名称", "宗地名称", "图斑名称", "项目名称");

    private SheetKeys() {}

    /** The keys of a row that is no point; none where it holds none. */
    static Map<String, String> of(List<@Nullable Object> cells) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!(cells.get(i) instanceof String text) || text.length() > LONGEST) {
                continue;
            }
            Matcher key = KEY.matcher(text.strip());
            while (key.find()) {
                keys.putIfAbsent(key.group(1), key.group(2).strip());
            }
            Matcher bare = BARE.matcher(text.replaceAll("\\s", ""));
            Object value = bare.matches() ? next(cells, i) : null;
            if (value != null && SheetRole.of(value.toString()) == null) {
                keys.putIfAbsent(bare.group(1), value.toString().strip());
            }
        }
        return keys;
    }

    /** The value beside a key, merged cells between them passed over. */
    private static @Nullable Object next(List<@Nullable Object> cells, int key) {
        for (int i = key + 1; i < cells.size(); i++) {
            if (cells.get(i) != null) {
                return cells.get(i);
            }
        }
        return null;
    }

    /** What the plot is called: its name, else its number, else the sheet it stands on; empty where nothing tells. */
    static String name(Map<String, String> keys) {
        for (String key : BY_RANK) {
            if (keys.containsKey(key)) {
                return keys.getOrDefault(key, "");
            }
        }
        return keys.entrySet().stream()
                .filter(e -> !e.getKey().equals(SHEET))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(keys.getOrDefault(SHEET, ""));
    }

    /** True for keys that belong to a field of the table, not to the reader itself. */
    static Set<String> fields(Map<String, String> keys) {
        return keys.keySet().stream()
                .filter(k -> !k.equals(SHEET))
                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
