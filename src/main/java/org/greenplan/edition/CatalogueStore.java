package org.greenplan.edition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.sql.Session;
import org.greenplan.sql.Tables;
import org.jspecify.annotations.Nullable;

/** The catalogue that stands in a plan: a row for each layer, kind of record and code list, and one that names the edition. */
public record CatalogueStore(Session session) {
    private static final String EDITION = "edition";

    /**
     * The files inside a program from which the catalogue was read, where it was read from those. A program that makes something else of
     * the same files gives this another name.
     */
    private static final String SOURCE = "source";

    /** Whether the plan has a place for its catalogue at all; those of older programs have none. */
    public boolean hasPlace() {
        return session.has(Tables.CATALOGUE);
    }

    /** The edition that the plan keeps; none in a plan whose catalogue is not written yet. */
    public Optional<String> edition() {
        return session.find(
                "SELECT text FROM " + Tables.CATALOGUE + " WHERE name = ?", List.of(EDITION), row -> row.getString(1));
    }

    /**
     * Whether the plan keeps just the catalogue inside this program, told by the files it was read from: putting a catalogue into words
     * to compare it takes long for a start. No is no answer.
     */
    boolean isBundled(Catalogue catalogue) {
        return catalogue.equals(CatalogueReader.bundled())
                && session.find(
                                "SELECT 1 FROM " + Tables.CATALOGUE + " WHERE name = ? AND text = ?",
                                List.of(SOURCE, source()),
                                row -> true)
                        .isPresent();
    }

    private static String source() {
        var all = new StringBuilder();
        CatalogueReader.bundledFiles()
                .files()
                .forEach((name, text) -> all.append(name).append('\n').append(text));
        return all.toString();
    }

    /** The plan's catalogue; a CatalogueFault where this program cannot read it. */
    public Catalogue get() {
        Map<String, String> files = new LinkedHashMap<>();
        session.each(
                "SELECT name, text FROM " + Tables.CATALOGUE + " WHERE name <> ? AND name <> ? ORDER BY fid",
                List.of(EDITION, SOURCE),
                row -> Map.entry(row.getString(1), row.getString(2)),
                file -> files.put(file.getKey(), file.getValue()));
        return CatalogueReader.read(new Bundled(files));
    }

    /** Writes a catalogue in the place of the one that was there. */
    public void put(Catalogue catalogue) {
        Bundled texts = CatalogueText.of(catalogue);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(List.of(EDITION, CatalogueText.edition(texts)));
        if (catalogue.equals(CatalogueReader.bundled())) {
            rows.add(List.of(SOURCE, source()));
        }
        texts.files().forEach((name, text) -> rows.add(List.of(name, text)));
        session.execute("DELETE FROM " + Tables.CATALOGUE, List.of());
        session.insertMany(Tables.CATALOGUE, List.of("name", "text"), rows);
    }
}
