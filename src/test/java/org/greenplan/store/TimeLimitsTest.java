package org.greenplan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** Queries, locks and waits for the store end after a time, and are told as what they are. */
class TimeLimitsTest {
    @Test
    void aServerIsToldOfTheLimits() {
        try (Database plan = Kind.POSTGIS.openNew(CatalogueReader.bundled())) {
            assertThat(plan.<String>read(session -> setting(session, "statement_timeout")))
                    .isEqualTo("1min");
            assertThat(plan.<String>write(session -> setting(session, "statement_timeout")))
                    .isEqualTo("10min");
            assertThat(plan.<String>write(session -> setting(session, "lock_timeout")))
                    .as("rows that another program holds, once this one is the writer")
                    .isEqualTo("2s");
            assertThat(plan.<String>read(session -> setting(session, "statement_timeout")))
                    .as("what holds for a write ends with it")
                    .isEqualTo("1min");
        }
    }

    private static String setting(Session session, String name) {
        return session.list("SHOW " + name, List.of(), row -> row.getString(1)).get(0);
    }
}
