package org.greenplan.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.greenplan.feature.FeatureRef;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.greenplan.sql.Tables;
import org.jspecify.annotations.Nullable;

/** What is to be told of changesets that came from outside, and what was refused of them. */
public record ToldStore(Session session) {
    private static final String COLUMNS = "SELECT fid, layer, feature, kind, zh, en, wrote FROM " + Tables.TOLD;

    /** With its number, by which what was refused is asked for. */
    public record Line(long number, Told told) {}

    public void append(long changeset, List<Told> all) {
        session.insertMany(
                Tables.TOLD,
                List.of("changeset", "layer", "feature", "kind", "zh", "en", "wrote"),
                Session.rows(
                        all,
                        told -> Arrays.<@Nullable Object>asList(
                                changeset,
                                told.ref().layer(),
                                told.ref().id(),
                                told.kind().code(),
                                told.words().zh(),
                                told.words().en(),
                                told.wrote())));
    }

    /** The first of a changeset, those that were refused before the others. */
    public List<Line> of(long changeset, int most) {
        return session.list(
                COLUMNS + " WHERE changeset = ? ORDER BY CASE kind WHEN 'refused' THEN 0 ELSE 1 END, fid LIMIT " + most,
                List.of(changeset),
                ToldStore::line);
    }

    /** The layers of which a changeset tells. */
    public List<String> layers(long changeset) {
        return session.list(
                "SELECT DISTINCT layer FROM " + Tables.TOLD + " WHERE changeset = ? ORDER BY layer",
                List.of(changeset),
                row -> row.getString(1));
    }

    public long count(long changeset) {
        return session.number("SELECT count(*) FROM " + Tables.TOLD + " WHERE changeset = ?", List.of(changeset));
    }

    public Optional<Line> find(long number) {
        return session.find(COLUMNS + " WHERE fid = ?", List.of(number), ToldStore::line);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong(1),
                new Told(
                        new FeatureRef(row.getString(2), row.getLong(3)),
                        Told.Kind.of(row.getString(4)),
                        Words.of(row.getString(5), row.getString(6)),
                        row.getString(7)));
    }
}
