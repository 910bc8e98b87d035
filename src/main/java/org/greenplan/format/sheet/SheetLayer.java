package org.greenplan.format.sheet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.format.TableColumns;
import org.greenplan.problem.Words;

/** The rows of a table, or the plots whose boundary points it lists. */
record SheetLayer(
        SheetRows rows,
        String format,
        List<SourceField> fields,
        Optional<DeclaredCrs> crs,
        long found,
        List<Words> findings)
        implements SourceLayer {
    SheetLayer {
        findings = List.copyOf(findings);
    }

    @Override
    public String name() {
        return rows.table().name();
    }

    @Override
    public String file() {
        return rows.file().name();
    }

    @Override
    public OptionalLong count() {
        return OptionalLong.of(found);
    }

    @Override
    public Optional<TableColumns> tableColumns() {
        return Optional.of(rows.layout().found(rows.plots()));
    }

    @Override
    public void each(Consumer<SourceRow> to) {
        rows.each(fields, to);
    }
}
