package org.greenplan.format.sheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.FieldTypes;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Looks a table through before its records are taken: what its columns hold, and whether its rows are the corners of plots. */
final class SheetSurvey {
    /** So many corners are tried on whether they make outlines; longer lists have to say by a heading that they do. */
    private static final int MOST_TRIED = 5_000;

    private static final Pattern CORNERS = Pattern.compile("(?i)界址|界点|界桩|拐点|角点|顶点|转折|边界|vertex|corner");

    private static final Pattern NAMES = Pattern.compile("(?i)名称|name");

    private final SourceFile file;
    private final SheetTable table;
    private final SheetLayout layout;
    private final @Nullable SheetPositions positions;
    private final FieldTypes types;
    private final Set<String> keyed = new LinkedHashSet<>();
    private long points;

    private SheetSurvey(SourceFile file, SheetTable table, SheetLayout layout) {
        this.file = file;
        this.table = table;
        this.layout = layout;
        SheetRole east = layout.east();
        this.positions = east == null ? null : new SheetPositions(layout, east);
        this.types = new FieldTypes(file);
    }

    /** The layer of a table. */
    static SourceLayer layer(SourceFile file, String format, SheetTable table, SheetLayout layout, List<Words> found) {
        return new SheetSurvey(file, table, layout).layer(format, found);
    }

    private SourceLayer layer(String format, List<Words> found) {
        rows(false).eachFilled(this::see);
        boolean plots = layout.namesPlots() || isPlots();
        if (plots && !layout.has(SheetRole.PLOT_NAME) && layout.names().stream().noneMatch(NAMES.asPredicate())) {
            keyed.add(SheetPlot.NAME);
        }
        SheetRows rows = rows(plots);
        rows.attributes().forEach(i -> types.name(layout.names().get(i)));
        rows.eachFilled((number, cells) -> {
            if (number > layout.header()) {
                rows.attributes().forEach(i -> seeValue(i, cells));
            }
        });
        (plots ? keyed : Set.<String>of()).forEach(types::name);
        List<SourceField> fields = types.fields();
        long[] count = {0};
        long passedOver = rows.each(fields, row -> count[0]++);
        return new SheetLayer(rows, format, fields, crs(), count[0], findings(found, plots, passedOver));
    }

    private SheetRows rows(boolean plots) {
        return new SheetRows(file, table, layout, positions, plots, plots ? keyed : Set.of());
    }

    private void see(long number, List<@Nullable Object> cells) {
        if (SheetPlots.isHeading(layout, cells)) {
            return;
        }
        if (number <= layout.header() || positions == null) {
            keyed.addAll(SheetKeys.fields(SheetKeys.of(cells)));
            return;
        }
        positions.see(cells);
        if (positions.at(cells) == null) {
            positions.note(cells);
            keyed.addAll(SheetKeys.fields(SheetKeys.of(cells)));
        } else {
            points++;
        }
    }

    private void seeValue(int column, List<@Nullable Object> cells) {
        Object cell = SheetLayout.cell(column, cells);
        types.see(layout.names().get(column), cell instanceof String text ? FieldTypes.typed(text) : cell);
    }

    /**
     * A list of corners that names no plot: nothing but names of points beside the numbers, and in their order they run around.
     * Whether a handful of positions are corners or trees nobody can tell for sure, so that it is said and can be chosen.
     */
    private boolean isPlots() {
        if (!layout.mayBePlots() || positions == null) {
            return false;
        }
        if (Boolean.TRUE.equals(layout.asPlots())) {
            return true;
        }
        boolean other = layout.attributes(true).stream()
                .anyMatch(i -> layout.columns().get(i).isEmpty());
        Integer point = layout.pointColumn();
        boolean corners = layout.has(SheetRole.POINT);
        boolean surely = corners
                && point != null
                && CORNERS.matcher(layout.names().get(point)).find();
        if (points < 3 || (other && !surely && !(corners && !keyed.isEmpty()))) {
            return false;
        }
        return points > MOST_TRIED ? corners : areOutlines();
    }

    private boolean areOutlines() {
        List<SourceRow> tried = new ArrayList<>();
        var joined = new SheetPlots(rows(true), tried::add);
        rows(true).eachFilled(joined::row);
        joined.end();
        return tried.stream().allMatch(row -> {
            Geometry shape = row.shape();
            boolean broken = row.notes().stream().anyMatch(n -> n.kind().equals("no-shape"));
            return broken || (shape != null && shape.isValid() && shape.getArea() > 0);
        });
    }

    private Optional<DeclaredCrs> crs() {
        return positions == null || layout.has(SheetRole.WKT) ? Optional.empty() : positions.crs();
    }

    private List<Words> findings(List<Words> found, boolean plots, long passedOver) {
        List<Words> findings = new ArrayList<>(found);
        if (positions != null && !layout.has(SheetRole.WKT)) {
            findings.add(positions.finding());
        }
        if (positions == null && !layout.has(SheetRole.WKT)) {
            findings.add(Words.of(
                    "未能识别坐标所在的列，请在“列”中指定。",
                    "It is not clear which columns hold the coordinates. Say so under \"Columns\"."));
        }
        if (plots && layout.plotColumn() == null) {
            findings.add(
                    Words.of(
                            "各行作为地块的拐点依次相连；如为独立的点，请在“列”中改选。",
                            "The rows are joined as the corners of a plot; if they are points of their own, choose so under \"Columns\"."));
        }
        if (passedOver > 0) {
            findings.add(Words.of(
                    "略过没有坐标的 " + passedOver + " 行（表头、合计、签名等）。",
                    passedOver + " rows without coordinates were left out (headings, sums, signatures)."));
        }
        return findings;
    }
}
