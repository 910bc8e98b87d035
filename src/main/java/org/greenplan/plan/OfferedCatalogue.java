package org.greenplan.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.edition.CatalogueStore;
import org.greenplan.edition.CatalogueText;
import org.greenplan.edition.Growth;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.Heading;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.greenplan.store.Database;
import org.greenplan.store.Migration;
import org.jspecify.annotations.Nullable;

/**
 * What a plan takes of the catalogue that a program brings along when it opens the plan: the layers, attributes and codes that it lacks,
 * in a changeset that names them; and nothing, told in words, where the two contradict each other.
 */
record OfferedCatalogue(Database database, WriteDoor door, Catalogue offered) {
    /** More names than that say no more than their number. */
    private static final int MOST_NAMED = 50;

    /** Adds what is lacking; afterwards the plan's identity names the catalogue that the plan has. */
    void take() {
        Growth growth = Growth.of(database.catalogue(), offered);
        if (!growth.against().isEmpty()) {
            database.tell(Words.of(
                    "所给的图层目录与规划自己的目录不符：" + zh(growth.against()) + "。规划按自己的目录打开，未从中增加任何内容。",
                    "The catalogue at hand and the plan's own disagree about " + en(growth.against())
                            + ". The plan is opened by its own, and nothing was added to it."));
        } else if (!growth.added().isEmpty()) {
            add(growth);
        }
        if (database.<Boolean>read(session -> renamed(session).isPresent())) {
            door.tryWrite(session -> renamed(session)
                    .map(change -> door.described(
                            session,
                            session,
                            Heading.program("规划信息记下图层目录 / the plan names its catalogue"),
                            List.of(change))));
        }
    }

    private void add(Growth offering) {
        try {
            Optional<Applied> done = door.tryWrite(session -> {
                // Another program may have been faster.
                Growth growth = Growth.of(session.catalogue(), offered);
                return growth.added().isEmpty() ? Optional.empty() : Optional.of(grown(session, growth));
            });
            done.ifPresent(applied -> database.tell(added(offering)));
        } catch (Problem.Invalid e) {
            database.tell(e.words());
        }
    }

    private WriteDoor.Done grown(Session session, Growth growth) {
        Session grown = session.with(growth.catalogue());
        Migration.fit(grown, database.blueprint().with(growth.catalogue()));
        new CatalogueStore(grown).put(growth.catalogue());
        Words words = added(growth);
        List<Change> changes = new ArrayList<>();
        renamed(grown).ifPresent(changes::add);
        return door.described(session, grown, Heading.program(words.zh() + " / " + words.en()), changes);
    }

    private static Words added(Growth growth) {
        return Words.of("规划的图层目录增加了：" + zh(growth.added()), "Added to the plan's catalogue: " + en(growth.added()));
    }

    /** The identity with the edition of the catalogue, where it names another one or none. */
    private static Optional<Change> renamed(Session session) {
        return session.catalogue()
                .find(PlanRecords.IDENTITY)
                .filter(kind -> kind.find(PlanRecords.CATALOGUE).isPresent())
                .flatMap(kind -> new FeatureStore(session).all(kind).stream().findFirst())
                .filter(identity -> !namesStored(session, identity))
                .flatMap(identity -> renamed(identity, CatalogueText.edition(session.catalogue())));
    }

    /** Whether an identity names the catalogue as it was stored; putting one into words anew takes long for a start. */
    private static boolean namesStored(Session session, Feature identity) {
        var store = new CatalogueStore(session);
        return store.hasPlace()
                && store.edition()
                        .filter(edition -> edition.equals(identity.attributes().get(PlanRecords.CATALOGUE)))
                        .isPresent();
    }

    private static Optional<Change> renamed(Feature identity, String edition) {
        if (edition.equals(identity.attributes().get(PlanRecords.CATALOGUE))) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(identity.attributes());
        attributes.put(PlanRecords.CATALOGUE, edition);
        return Optional.of(new Change.Replace(identity.ref(), identity.version(), attributes, identity.geometry()));
    }

    private static String zh(List<Words> words) {
        return words.stream().limit(MOST_NAMED).map(Words::zh).collect(Collectors.joining("、"))
                + (words.size() > MOST_NAMED ? " …(共 " + words.size() + " 项)" : "");
    }

    private static String en(List<Words> words) {
        return words.stream().limit(MOST_NAMED).map(Words::en).collect(Collectors.joining(", "))
                + (words.size() > MOST_NAMED ? " … (" + words.size() + " in all)" : "");
    }
}
