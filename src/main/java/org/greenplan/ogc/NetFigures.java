package org.greenplan.ogc;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.filter.Queryable;
import org.greenplan.filter.Queryables;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger counts of plots, as members of features that are read and never written: in square metres and metres, by the names that
 * filters know. A neighbour's change changes them while the feature stays what it is.
 */
record NetFigures(Map<FeatureRef, LedgerStore.Row> rows) {
    /** Of layers that add no green. */
    static final NetFigures NONE = new NetFigures(Map.of());

    NetFigures {
        rows = Map.copyOf(rows);
    }

    /** Those of some features of a layer. */
    static NetFigures of(Session session, LayerType layer, Collection<Feature> features) {
        if (!layer.addsGreen()) {
            return NONE;
        }
        Map<FeatureRef, LedgerStore.Row> rows = new HashMap<>();
        new LedgerStore(session).rowsOf(layer, features).forEach(row -> rows.put(row.ref(), row));
        return new NetFigures(rows);
    }

    /** What there is of a layer; an attribute of the catalogue goes before a figure of its name. */
    static List<Queryable> of(LayerType layer) {
        return Queryables.of(layer).all().stream()
                .filter(queryable -> queryable.source() == Queryable.Source.LEDGER)
                .toList();
    }

    /** The one of that name. */
    static Optional<Queryable> find(LayerType layer, String name) {
        return of(layer).stream().filter(figure -> figure.name().equals(name)).findFirst();
    }

    /** Their names. */
    static List<String> names(LayerType layer) {
        return of(layer).stream().map(Queryable::name).toList();
    }

    /** What a feature has under a name: an attribute, or a figure. */
    @Nullable
    Object told(Feature feature, String name) {
        return feature.attributes().containsKey(name) ? feature.attributes().get(name) : value(feature.ref(), name);
    }

    /** The figure of that name; null where the plot is not counted yet. */
    @Nullable
    Double value(FeatureRef ref, String name) {
        LedgerStore.Row row = rows.get(ref);
        if (row == null) {
            return null;
        }
        return switch (name) {
            case "net_plane_m2" -> row.net().planeM2();
            case "net_ellipsoid_m2" -> row.net().ellipsoidM2();
            case "gross_plane_m2" -> row.gross().planeM2();
            case "gross_ellipsoid_m2" -> row.gross().ellipsoidM2();
            case "length_m" -> row.lengthM();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Tells the figures of one feature from others; nothing of a feature that has none. */
    String digest(FeatureRef ref) {
        LedgerStore.Row row = rows.get(ref);
        if (row == null) {
            return "";
        }
        var sum = new CRC32();
        for (long figure : List.of(
                row.net().planeMm2(),
                row.net().ellipsoidMm2(),
                row.gross().planeMm2(),
                row.gross().ellipsoidMm2(),
                Double.doubleToLongBits(row.lengthM()))) {
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                sum.update((int) (figure >>> shift) & 0xff);
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
