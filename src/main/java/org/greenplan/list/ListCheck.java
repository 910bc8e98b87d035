package org.greenplan.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Holds a list against its description; whatever is wrong is said with the cell in which it is.
 *
 * @param title what people call the list
 */
public record ListCheck(ListForm form, Words title) {
    /**
     * The list in the order of its columns; null where all of it is blank.
     *
     * @param given an array as JSON has it, a text of JSON, or a list
     * @param at name of the field for problems
     */
    public @Nullable ListValue of(Object given, String at) {
        List<?> entries = entries(given, at);
        if (entries.size() > form.maxRows()) {
            throw whole(
                    at,
                    "最多 " + form.maxRows() + " 行，现有 " + entries.size() + " 行，请删减",
                    "may have " + form.maxRows() + " rows and has " + entries.size() + "; shorten it");
        }
        List<List<@Nullable Double>> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            rows.add(row(entries.get(i), i, at));
        }
        if (rows.stream().allMatch(row -> row.stream().allMatch(Objects::isNull))) {
            return null;
        }
        requireLength(rows.size(), at);
        requireFilled(rows, at);
        requireOrder(rows, at);
        return new ListValue(
                form.table() ? form.columns().stream().map(ListColumn::name).toList() : List.of(), rows);
    }

    private List<?> entries(Object given, String at) {
        Object json = given instanceof ListValue || given instanceof String ? ListText.raw(given.toString()) : given;
        if (json instanceof List<?> entries) {
            return entries;
        }
        String first = form.columns().get(0).name();
        String such = form.table() ? "[{\"" + first + "\": 1}]" : "[1, 2]";
        throw whole(at, "应为列表，如 " + such, "must be a list such as " + such);
    }

    private List<@Nullable Double> row(@Nullable Object entry, int row, String at) {
        String here = at + "[" + row + "]";
        if (!form.table()) {
            return Collections.singletonList(cell(entry, row, form.columns().get(0), here));
        }
        if (!(entry instanceof Map<?, ?> members)) {
            throw whole(
                    here,
                    "第 " + (row + 1) + " 行应为各列的数，列有 " + names(),
                    "has no columns in row " + (row + 1) + ". They are " + names());
        }
        for (Object name : members.keySet()) {
            if (form.find(String.valueOf(name)).isEmpty()) {
                throw whole(
                        here + "." + name,
                        "没有列“" + name + "”，列有 " + names(),
                        "has no column \"" + name + "\". They are " + names());
            }
        }
        return form.columns().stream()
                .<@Nullable Double>map(
                        column -> cell(members.get(column.name()), row, column, here + "." + column.name()))
                .toList();
    }

    private @Nullable Double cell(@Nullable Object given, int row, ListColumn column, String at) {
        if (given == null || (given instanceof String text && text.isBlank())) {
            return null;
        }
        NumberRule rule = rule(row, column);
        return rule.within(rule.number(given, at), at);
    }

    private void requireLength(int rows, String at) {
        Integer length = form.length();
        if (length != null && length != rows) {
            Words which = form.months() ? Words.of("（1月至12月）", " (January to December)") : Words.of("", "");
            throw whole(
                    at,
                    "应有 " + length + " 个数" + which.zh() + "，现有 " + rows + " 个",
                    "must have " + length + " numbers" + which.en() + " and has " + rows);
        }
    }

    private void requireFilled(List<List<@Nullable Double>> rows, String at) {
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < form.columns().size(); i++) {
                ListColumn column = form.columns().get(i);
                if (rows.get(row).get(i) == null && !column.open()) {
                    throw rule(row, column).wrong(field(at, row, column), "必填，请填入数字", "is required. Fill it in");
                }
            }
        }
    }

    private void requireOrder(List<List<@Nullable Double>> rows, String at) {
        ListColumn column = form.columns().stream()
                .filter(c -> c.name().equals(form.sortedBy()))
                .findFirst()
                .orElse(null);
        if (column == null) {
            return;
        }
        int i = form.columns().indexOf(column);
        for (int row = 1; row < rows.size(); row++) {
            Double before = rows.get(row - 1).get(i);
            Double here = rows.get(row).get(i);
            if (before != null && here != null && here <= before) {
                String least = NumberRule.plain(before);
                throw rule(row, column)
                        .wrong(
                                field(at, row, column),
                                "应大于上一行的 " + least + "，请从小到大排列，不重复",
                                "must be above " + least + " of the row before it; sort the rows, none twice");
            }
        }
    }

    /** What a cell is held to, under the name that finds it: 降雨量[7月]. */
    private NumberRule rule(int row, ListColumn column) {
        Words place = form.place(row, column);
        return new NumberRule(
                Words.of(title.zh() + "[" + place.zh() + "]", title.en() + " [" + place.en() + "]"),
                column.unit(),
                column.min(),
                column.max());
    }

    private String field(String at, int row, ListColumn column) {
        return at + "[" + row + "]" + (form.table() ? "." + column.name() : "");
    }

    private String names() {
        return form.columns().stream().map(ListColumn::name).collect(Collectors.joining(", "));
    }

    private Problem.Invalid whole(String at, String zh, String en) {
        return new NumberRule(title, null, null, null).wrong(at, zh, en);
    }
}
