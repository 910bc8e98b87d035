package org.greenplan.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.feature.FeatureRef;
import org.greenplan.geo.GeoPackageBlob;
import org.greenplan.sql.Session;
import org.greenplan.sql.Tables;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What other programs have written into the tables of layers and records since we last looked: noted by triggers in the database, each note with the
 * box of the row before and after. Notes on a layer that the catalogue does not name wait until it names it again.
 */
public record OutsideStore(Session session) {
    private record Note(long number, FeatureRef ref, String op, @Nullable String before, @Nullable String after) {}

    public boolean isEmpty() {
        return isEmpty(layers());
    }

    /** Whether nothing of these layers or kinds of records waits. */
    public boolean isEmpty(List<String> layers) {
        return session.find(
                        "SELECT 1 FROM " + Tables.OUTSIDE + " WHERE layer IN (" + Session.marks(layers.size())
                                + ") LIMIT 1",
                        layers,
                        row -> true)
                .isEmpty();
    }

    /** All that waits, as the session sees it. */
    public Pending pending() {
        Map<FeatureRef, List<Note>> notes = new LinkedHashMap<>();
        List<String> layers = layers();
        session.each(
                "SELECT fid, layer, feature, op, old_box, new_box FROM " + Tables.OUTSIDE + " WHERE layer IN ("
                        + Session.marks(layers.size()) + ") ORDER BY fid",
                layers,
                OutsideStore::note,
                note -> notes.computeIfAbsent(note.ref(), r -> new ArrayList<>())
                        .add(note));
        Map<FeatureRef, Pending.Edit> edits = new LinkedHashMap<>();
        notes.forEach((ref, those) -> edits.put(ref, edit(ref, those)));
        return new Pending(edits);
    }

    /** Removes exactly the notes of these edits: what was noted since they were read stays. */
    public void drop(List<Pending.Edit> edits) {
        List<Long> numbers = edits.stream().flatMap(e -> e.notes().stream()).toList();
        for (List<Long> some : Session.portions(numbers)) {
            session.list(
                    "DELETE FROM " + Tables.OUTSIDE + " WHERE fid IN (" + Session.marks(some.size())
                            + ") RETURNING fid",
                    some,
                    row -> row.getLong(1));
        }
    }

    private List<String> layers() {
        return session.catalogue().all().stream().map(layer -> layer.id()).toList();
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(
                row.getLong(1),
                new FeatureRef(row.getString(2), row.getLong(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    private static Pending.Edit edit(FeatureRef ref, List<Note> notes) {
        Envelope around = new Envelope();
        boolean known = true;
        for (Note note : notes) {
            // What an insert replaces has no box: history knows whether there was something.
            known &= note.op().equals("INSERT") || grow(around, note.before());
            known &= note.op().equals("DELETE") || grow(around, note.after());
        }
        return new Pending.Edit(
                ref,
                notes.stream().map(Note::number).toList(),
                box(notes.get(0).before()).orElse(null),
                known ? around : null);
    }

    private static boolean grow(Envelope around, @Nullable String box) {
        Optional<Envelope> known = box(box);
        known.ifPresent(around::expandToInclude);
        return known.isPresent();
    }

    /** A box as a trigger notes it: west, south, east and north, or the first bytes of a GeoPackage geometry in hexadecimal digits. */
    static Optional<Envelope> box(@Nullable String noted) {
        if (noted == null || noted.isBlank()) {
            return Optional.empty();
        }
        try {
            if (noted.indexOf(' ') < 0) {
                return GeoPackageBlob.headEnvelope(HexFormat.of().parseHex(noted));
            }
            String[] sides = noted.split(" ", -1);
            var box = new Envelope(
                    Double.parseDouble(sides[0]),
                    Double.parseDouble(sides[2]),
                    Double.parseDouble(sides[1]),
                    Double.parseDouble(sides[3]));
            return Double.isFinite(box.getArea()) ? Optional.of(box) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
