package org.greenplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.greenplan.edition.PlanCatalogue;
import org.greenplan.problem.Problem;
import org.greenplan.sql.Dialect;
import org.greenplan.sql.Session;
import org.greenplan.sql.Wanted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives work a connection and a transaction of its own, which ends when the work is called off. */
record Transactions(Connections connections, Dialect dialect, Blueprint blueprint, PlanCatalogue catalogue) {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    <T extends @Nullable Object> T read(Database.Work<T> work) throws SQLException {
        return lent((connection, wanted) -> {
            dialect.beginRead(connection);
            T result = work.run(session(connection));
            dialect.commit(connection);
            return result;
        });
    }

    /**
     * @param patience how long to wait for other programs
     * @param made whether the plan has all its tables
     */
    <T extends @Nullable Object> T write(Database.Work<T> work, Duration patience, boolean made) throws SQLException {
        return lent((connection, wanted) -> {
            dialect.patience(connection, patience);
            dialect.beginWrite(connection, made);
            Session session = session(connection);
            requireKnownParts(session, made);
            dialect.markOwn(connection);
            T result = work.run(session);
            dialect.beforeCommit(connection);
            // What is final is not called off any more.
            wanted.rests();
            wanted.require();
            dialect.commit(connection);
            connections.committed();
            return result;
        });
    }

    private interface Lent<T extends @Nullable Object> {
        T on(Connection connection, Wanted wanted) throws SQLException;
    }

    private <T extends @Nullable Object> T lent(Lent<T> work) throws SQLException {
        Wanted wanted = Wanted.now();
        wanted.require();
        Connection connection = connections.take();
        boolean sound = false;
        try {
            wanted.runs(() -> connections.endStatement(connection));
            T result = work.on(connection, wanted);
            sound = true;
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            wanted.rests();
            sound = rolledBack(connection) && !wanted.isOff();
            if (wanted.isOff() && !(e instanceof Error)) {
                throw new Problem.CalledOff();
            }
            throw e;
        } finally {
            wanted.rests();
            connections.giveBack(connection, sound);
        }
    }

    private Session session(Connection connection) {
        Session session = new Session(connection, dialect, catalogue.get());
        return session.with(catalogue.in(session));
    }

    /** Looked at in every write: a newer program may have opened the plan beside this one. */
    private void requireKnownParts(Session session, boolean made) {
        PlanParts parts = made ? PlanParts.said(session, blueprint) : PlanParts.read(session, blueprint);
        parts.newer().ifPresent(words -> {
            throw new Problem.Invalid(words, null);
        });
    }

    /** What made the work fail is what people want to hear of, not that taking it back failed as well. */
    private boolean rolledBack(Connection connection) {
        try {
            dialect.rollback(connection);
            return true;
        } catch (SQLException e) {
            LOG.warn("cannot roll back; the connection is given up", e);
            return false;
        }
    }
}
