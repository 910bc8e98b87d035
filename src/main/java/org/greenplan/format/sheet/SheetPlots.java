package org.greenplan.format.sheet;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.greenplan.format.SourceRow;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Joins the rows of a table of boundary points to plots: by the column that names the plot, else by what stands above the points of
 * each page, else by points that close. Headings that come again, sums, signatures and lengths of sides hold no point.
 */
final class SheetPlots {
    private static final int MOST_PLOTS = 1_000_000;
    /** Rows that never hold a point, whatever numbers they have. */
    private static final Pattern SUM = Pattern.compile("(?:合计|小计|总计|共计|总面积|面积|周长)(?:[(\uFF08:\uFF1A].*)?");

    /** Rows that are not meant as a point where they hold none. */
    private static final Pattern NOTE = Pattern.compile("(?:制表|绘图|测量|计算|校核|校对|检查|审核|审定|备注|注|日期|单位|第.*页|共.*页).*");

    private final SheetRows rows;
    private final Consumer<SourceRow> to;
    private final @Nullable Integer plotColumn;
    private final @Nullable Integer pointColumn;
    private final @Nullable Integer ringColumn;
    private final Set<String> ended = new HashSet<>();
    private Map<String, String> keys = new LinkedHashMap<>();
    private @Nullable SheetPlot open;
    private boolean keysOfNext;
    private boolean apart;
    private long passedOver;

    SheetPlots(SheetRows rows, Consumer<SourceRow> to) {
        this.rows = rows;
        this.to = to;
        SheetLayout layout = rows.layout();
        this.plotColumn = layout.plotColumn();
        this.pointColumn = layout.pointColumn();
        this.ringColumn = layout.roles().get(SheetRole.RING);
    }

    /** Rows of words among the points that were passed over. */
    long passedOver() {
        return passedOver;
    }

    /** The next row of the table, those above the headings too. */
    void row(long number, List<@Nullable Object> cells) {
        SheetPositions positions = rows.positions();
        boolean below = number > rows.layout().header();
        Coordinate at = !below || positions == null || begins(SUM, cells) ? null : positions.at(cells);
        if (at != null) {
            point(at, number, cells);
            return;
        }
        boolean heading = isHeading(rows.layout(), cells);
        Map<String, String> found = heading ? Map.of() : SheetKeys.of(cells);
        if (!found.isEmpty()) {
            keys(found);
        } else if (below && !heading) {
            boolean words = begins(SUM, cells) || begins(NOTE, cells);
            String wrong = positions == null || words ? null : positions.unreadable(cells);
            if (wrong != null) {
                plot(number, cells).broken(number, wrong);
            } else if (cells.stream().anyMatch(String.class::isInstance)) {
                passedOver++;
            }
        }
    }

    void end() {
        SheetPlot last = open;
        open = null;
        if (last != null) {
            last.rows(apart).forEach(to);
            ended.add(last.id());
        }
    }

    /** Keys above points tell the plot of what follows; the first of a page throw away those of the page before. */
    private void keys(Map<String, String> found) {
        Map<String, String> next = new LinkedHashMap<>(keysOfNext ? keys : Map.of());
        if (keys.containsKey(SheetKeys.SHEET)) {
            next.put(SheetKeys.SHEET, keys.getOrDefault(SheetKeys.SHEET, ""));
        }
        next.putAll(found);
        if (found.containsKey(SheetKeys.SHEET)) {
            next = new LinkedHashMap<>(found);
        }
        keys = next;
        keysOfNext = true;
    }

    private void point(Coordinate at, long number, List<@Nullable Object> cells) {
        SheetPlot plot = plot(number, cells);
        if (!plot.point(text(pointColumn, cells), text(ringColumn, cells), at)) {
            throw rows.file().broken(number, "一个地块的界址点过多。", "too many boundary points in one plot.");
        }
        keysOfNext = false;
    }

    /** The plot that a row belongs to: the one it names, else the one it stands under. */
    private SheetPlot plot(long number, List<@Nullable Object> cells) {
        Object named = SheetLayout.cell(plotColumn, cells);
        SheetPlot present = open;
        String inherited = present == null ? "" : present.id();
        String id = plotColumn == null
                ? SheetKeys.name(keys)
                : named == null ? inherited : named.toString().strip();
        if (present != null && present.id().equals(id)) {
            return present;
        }
        end();
        if (ended.contains(id) || ended.size() > MOST_PLOTS) {
            String shown = id.substring(0, Math.min(id.length(), 40));
            throw rows.file()
                    .broken(
                            number,
                            "地块“" + shown + "”的界址点不在一起，请先按地块排序。",
                            "the points of plot \"" + shown + "\" do not stand together. Sort the table by plot.");
        }
        apart = plotColumn == null && SheetKeys.fields(keys).isEmpty();
        SheetPlot plot = new SheetPlot(number, id, rows.values(cells, keys));
        open = plot;
        return plot;
    }

    private static String text(@Nullable Integer column, List<@Nullable Object> cells) {
        Object cell = SheetLayout.cell(column, cells);
        return cell == null ? "" : cell.toString();
    }

    /** Printed tables repeat their headings on every page. */
    static boolean isHeading(SheetLayout layout, List<@Nullable Object> cells) {
        int headings = 0;
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Number) {
                return false;
            }
            boolean place =
                    i < layout.columns().size() && layout.columns().get(i).isPresent();
            boolean heads = place && cells.get(i) instanceof String text && SheetRole.of(text) != null;
            headings += heads ? 1 : 0;
        }
        return headings >= 2;
    }

    private static boolean begins(Pattern words, List<@Nullable Object> cells) {
        Object first = cells.stream().filter(c -> c != null).findFirst().orElse(null);
        return first instanceof String text
                && text.length() <= 200
                && words.matcher(text.replaceAll("\\s", "")).matches();
    }
}
