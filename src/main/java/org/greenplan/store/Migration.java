package org.greenplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.edition.CatalogueStore;
import org.greenplan.edition.PlanCatalogue;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Dialect;
import org.greenplan.sql.Session;
import org.greenplan.sql.StoreFailure;
import org.greenplan.sql.Table;
import org.greenplan.sql.Tables;

/**
 * Brings a database up to this program and to the plan's own catalogue: the parts of an older plan step by step ({@link Part#steps}); a
 * new layer or part becomes a table, a new attribute a column. Nothing of a layer is ever dropped; what the catalogue no longer names
 * stays where it is. A plan that keeps no catalogue yet, new or of an older program, is given the one with which it is opened.
 * Runs inside one writing transaction, so two programs that start together do it one after the other.
 */
public final class Migration {
    private Migration() {}

    /** @param own the plan's catalogue as its store has it in hand; it is looked up where the plan keeps one */
    static void run(Session given, Blueprint offered, PlanCatalogue own, String name, IfMissing ifMissing) {
        Connection connection = given.connection();
        Dialect dialect = given.dialect();
        try {
            boolean isNew = dialect.columns(connection, Tables.CHANGESET).isEmpty();
            Session session = isNew ? given : byItsOwn(own, given);
            Blueprint blueprint = offered.with(session.catalogue());
            PlanParts found = PlanParts.read(session, blueprint);
            dialect.prepare(connection, isNew);
            if (isNew && ifMissing == IfMissing.REFUSE) {
                throw PlanFile.missing(name);
            }
            if (!isNew && ifMissing == IfMissing.INSIST) {
                throw PlanFile.there(name);
            }
            if (!isNew) {
                spellBusy(session);
                found.bringUp(session);
            }
            tables(session, blueprint, isNew);
            if (new CatalogueStore(session).edition().isEmpty()) {
                new CatalogueStore(session).put(session.catalogue());
            }
            found.broughtUp(session, isNew);
            dialect.stopFirstProgram(connection);
            dialect.finish(connection, blueprint.catalogue().layers(), blueprint.tables());
        } catch (SQLException e) {
            throw new StoreFailure("migration", e);
        }
    }

    /** Makes what a catalogue describes and the plan lacks: tables for layers, columns for attributes. */
    public static void fit(Session session, Blueprint blueprint) {
        try {
            tables(session, blueprint, false);
            session.dialect().finish(session.connection(), blueprint.catalogue().layers(), blueprint.tables());
        } catch (SQLException e) {
            throw new StoreFailure("catalogue", e);
        }
    }

    private static void tables(Session session, Blueprint blueprint, boolean isNew) throws SQLException {
        Connection connection = session.connection();
        Dialect dialect = session.dialect();
        for (Table table : blueprint.tables()) {
            Map<String, String> present = dialect.columns(connection, table.name());
            if (present.isEmpty()) {
                dialect.create(connection, table);
            } else if (isNew) {
                throw foreign(table.name());
            } else {
                requireTypes(session, table, present);
                session.grow(table);
            }
        }
        dialect.watch(connection, blueprint.catalogue().all());
    }

    private static Session byItsOwn(PlanCatalogue own, Session given) {
        own.look(given);
        return given.with(own.get());
    }

    /** Whether there is a plan, of whatever version. */
    static boolean isPlan(Session session) {
        return session.has(Tables.CHANGESET);
    }

    /** Whether the plan has every table and column of this program and its catalogue, so that nothing need be written to read it. */
    static boolean isCurrent(Session session, Blueprint blueprint) {
        if (PlanParts.read(session, blueprint).needsMigration()) {
            return false;
        }
        return blueprint.tables().stream().allMatch(table -> {
            Map<String, String> present = session.columns(table.name());
            return !present.isEmpty() && table.columns().stream().allMatch(c -> present.containsKey(c.name()));
        });
    }

    /** The store's own mark was a number in plans of program 0.1.0. */
    private static void spellBusy(Session session) throws SQLException {
        Dialect dialect = session.dialect();
        String type = session.columns(Tables.WRITER).get("busy");
        if (type != null && !type.equalsIgnoreCase(dialect.columnType(AttributeType.TEXT))) {
            dialect.spellBusy(session.connection());
        }
    }

    private static void requireTypes(Session session, Table table, Map<String, String> present) {
        for (Table.Column column : table.columns()) {
            String type = present.get(column.name());
            if (type != null && !type.equalsIgnoreCase(session.dialect().columnType(column.type()))) {
                throw otherType(table, column, type);
            }
        }
    }

    private static Problem foreign(String table) {
        return new Problem.Invalid(
                Words.of(
                        "数据库中已有不是青绿规划建立的表“" + table + "”。请用新的数据库，再把它的数据导入。",
                        "The database has a table \"" + table
                                + "\" that Greenplan did not make. Use a new database and import its data."),
                null);
    }

    private static Problem otherType(Table table, Table.Column column, String stored) {
        String where = table.name() + "." + column.name();
        return new Problem.Invalid(
                Words.of(
                        "图层目录中 " + where + " 的类型是 " + column.type() + "，但规划中存的是 " + stored + "。请在目录中改回原类型，或换一个属性名。",
                        "The catalogue says that " + where + " is " + column.type() + ", but the plan keeps it as "
                                + stored + ". Change it back in the catalogue, or give the attribute a new name."),
                null);
    }
}
