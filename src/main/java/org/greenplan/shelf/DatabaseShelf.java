package org.greenplan.shelf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.format.Scratch;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.store.Database;
import org.greenplan.store.IfMissing;
import org.greenplan.store.PlanCopy;

/** The schemas of a database that hold plans; a new one becomes a schema there. */
public record DatabaseShelf(String jdbcUrl, Catalogue catalogue) implements Shelf {
    @Override
    public List<Entry> list(PlanDesk open) {
        return open.database().read(session -> new SchemaStore(session).plans());
    }

    @Override
    public PlanDesk open(String name, PlanDesk open) {
        String schema = listed(name, open);
        return PlanBeginning.open(
                Database.postgis(jdbcUrl, schema, PlanBeginning.blueprint(catalogue), IfMissing.REFUSE),
                catalogue,
                null);
    }

    /** Made in a file of the moment and brought over whole: one transaction, in which the schema is made, too. */
    @Override
    public String make(NewPlan plan, PlanDesk open) {
        return make(plan, () -> open.database().read(session -> new SchemaStore(session).names()));
    }

    private String make(NewPlan plan, java.util.function.Supplier<Set<String>> schemas) {
        while (true) {
            String name = ShelfName.schema(plan.title(), schemas.get()::contains);
            try {
                make(plan, name);
                return name;
            } catch (Problem.Invalid e) {
                // Somebody may have taken the name meanwhile; what failed otherwise has left none.
                if (!schemas.get().contains(name)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Makes a plan in a schema that somebody names, which is made where it is missing; refuses where a plan lies there.
     *
     * @param schema null for the first one that a connection looks into
     */
    public void make(NewPlan plan, @org.jspecify.annotations.Nullable String schema) {
        try {
            Path scratch = Scratch.newFolder("new-plan");
            try {
                Path whole = scratch.resolve("plan.gpkg");
                plan.into(whole, catalogue);
                try (Database made = Database.geoPackage(whole, PlanBeginning.blueprint(catalogue), IfMissing.REFUSE)) {
                    new PlanCopy(made).toPostgis(jdbcUrl, schema);
                }
            } finally {
                Scratch.delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
