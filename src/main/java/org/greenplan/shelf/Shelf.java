package org.greenplan.shelf;

import java.util.List;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.plan.PlanDesk;
import org.greenplan.plan.PlanRecords;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/** Where plans lie side by side: a folder of files, or a database of schemas. Nobody names a path: plans go by names that stand in the list. */
public sealed interface Shelf permits FolderShelf, DatabaseShelf {
    /**
     * A plan of the list.
     *
     * @param name of its file or schema
     * @param number that it has from its beginning and takes along; empty where an older program made it
     * @param said what it says of itself; null where an older program made it
     */
    record Entry(String name, String number, @Nullable Said said) {
        static Entry of(String name, Session session) {
            return new Entry(
                    name,
                    PlanRecords.number(session),
                    PlanBeginning.said(session).map(Said::of).orElse(null));
        }
    }

    /** Whose plan it is. */
    record Said(Words title, Words district, int year) {
        static Said of(PlanProfile profile) {
            return new Said(profile.title(), profile.district(), profile.year());
        }
    }

    /**
     * The plans that lie here, as far as this program knows them for such.
     *
     * @param open the one that is open
     */
    List<Entry> list(PlanDesk open);

    /** Opens a plan of the list by its name. */
    PlanDesk open(String name, PlanDesk open);

    /** Makes a plan under a name that its title gives it, whole or not at all; the name. */
    String make(NewPlan plan, PlanDesk open);

    /** A name that stands in the list; any other is refused. */
    default String listed(String name, PlanDesk open) {
        return list(open).stream()
                .map(Entry::name)
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() -> new Problem.Missing(
                        Words.of("这里没有名为“" + name + "”的规划。", "There is no plan \"" + name + "\" here.")));
    }
}
