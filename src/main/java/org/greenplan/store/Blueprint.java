package org.greenplan.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.sql.Table;
import org.greenplan.sql.Tables;

/**
 * What a plan is made of, as it is handed to the store that opens it: the layers and records of its catalogue, and the parts that the
 * program keeps beside them. The store makes, brings up, checks and copies what stands here and knows nothing else of it.
 *
 * @param parts in the order in which they are brought up
 */
public record Blueprint(Catalogue catalogue, List<Part> parts) {
    /** Fails where two parts have a name or a table in common. */
    public Blueprint {
        parts = List.copyOf(parts);
        Set<String> names = new HashSet<>();
        for (Part part : parts) {
            if (!names.add(part.name())) {
                throw new IllegalArgumentException("two parts are named " + part.name());
            }
        }
        Set<String> tables = new HashSet<>();
        for (Table table : all(catalogue, parts)) {
            if (!tables.add(table.name())) {
                throw new IllegalArgumentException("two parts of a plan have the table " + table.name());
            }
        }
    }

    /** The same parts with another catalogue. */
    public Blueprint with(Catalogue other) {
        return new Blueprint(other, parts);
    }

    /** Every table of the plan. */
    public List<Table> tables() {
        return all(catalogue, parts);
    }

    private static List<Table> all(Catalogue catalogue, List<Part> parts) {
        List<Table> tables = new ArrayList<>(Tables.of(catalogue));
        parts.forEach(part -> tables.addAll(part.tables()));
        tables.add(Tables.writer());
        tables.add(Tables.part());
        tables.add(Tables.catalogue());
        return tables;
    }
}
