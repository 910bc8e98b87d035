package org.greenplan.chapter;

import static org.greenplan.html.Markup.at;
import static org.greenplan.html.Markup.el;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenplan.html.Markup;
import org.jspecify.annotations.Nullable;

/** A list with its head, the same for page and workbook: a figure is a number, anything else words, and what nobody filled in is null. */
record Listed(String title, List<String> heads, List<List<? extends @Nullable Object>> rows) {
    Listed {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** With a heading, and a sentence below it. */
    Markup section(String note) {
        return el("section", el("h2", title), note.isEmpty() ? Markup.NOTHING : el("p.note", note), table());
    }

    /** Figures stand at the right, under their heads. */
    Markup table() {
        List<Markup> head = new ArrayList<>();
        for (int column = 0; column < heads.size(); column++) {
            head.add(el(isFigure(column) ? "th.num" : "th", at("scope", "col"), heads.get(column)));
        }
        return el(
                "table.listed",
                el("thead", el("tr", head)),
                el("tbody", rows.stream().map(Listed::row).toList()));
    }

    private boolean isFigure(int column) {
        return rows.stream().anyMatch(row -> column < row.size() && row.get(column) instanceof Number);
    }

    private static Markup row(List<? extends @Nullable Object> cells) {
        return el("tr", cells.stream().map(Listed::cell).toList());
    }

    private static Markup cell(@Nullable Object value) {
        if (value instanceof Integer count) {
            return el("td.num", String.format(Locale.ROOT, "%,d", count));
        }
        if (value instanceof Number number) {
            return el("td.num", String.format(Locale.ROOT, "%,.1f", number.doubleValue()));
        }
        return el("td", value == null ? "–" : value.toString());
    }

    /** Cells, of which some may be open. */
    static List<? extends @Nullable Object> cells(@Nullable Object... cells) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object cell : cells) {
            list.add(cell);
        }
        return list;
    }
}
