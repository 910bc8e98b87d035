package org.greenplan.format.kml;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The placemarks of one folder.
 *
 * @param container number of the folder, or null for the whole file
 */
record KmlLayer(
        KmlSource source,
        String name,
        @Nullable Integer container,
        List<SourceField> fields,
        DeclaredCrs declared,
        long rows,
        List<Words> findings)
        implements SourceLayer {
    @Override
    public String file() {
        return source.file().name();
    }

    @Override
    public String format() {
        return "kml";
    }

    @Override
    public Optional<DeclaredCrs> crs() {
        return Optional.of(declared);
    }

    @Override
    public OptionalLong count() {
        return OptionalLong.of(rows);
    }

    @Override
    public void each(Consumer<SourceRow> to) {
        new KmlScan(source).each(placemark -> {
            if (container == null || container == placemark.container()) {
                to.accept(placemark.row(fields));
            }
        });
    }
}
