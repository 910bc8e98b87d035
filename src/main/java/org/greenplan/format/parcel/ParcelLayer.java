package org.greenplan.format.parcel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.format.text.TextEncoding;
import org.greenplan.problem.Words;

/** The parcels of one TXT file. */
record ParcelLayer(
        SourceFile source,
        TextEncoding encoding,
        List<SourceField> fields,
        Optional<DeclaredCrs> crs,
        long rows,
        List<Words> findings)
        implements SourceLayer {
    ParcelLayer {
        findings = List.copyOf(findings);
    }

    @Override
    public String name() {
        return source.stem();
    }

    @Override
    public String file() {
        return source.name();
    }

    @Override
    public String format() {
        return "parcel";
    }

    @Override
    public OptionalLong count() {
        return OptionalLong.of(rows);
    }

    @Override
    public void each(Consumer<SourceRow> to) {
        new ParcelScan(source, encoding).each(row -> to.accept(row.sourceRow(fields)));
    }
}
