package org.greenplan.report;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.greenplan.history.HistoryStore;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/** The report as the page shows it, kept until somebody changes the plan. */
final class LatestReport {
    private final Function<Session, ReportReader> readers;
    private final AtomicReference<@Nullable Report> known = new AtomicReference<>();

    /** @param readers give the reader of a transaction, for the plan's settings may change */
    LatestReport(Function<Session, ReportReader> readers) {
        this.readers = readers;
    }

    Report read(Session session) {
        Report report = known.get();
        if (report == null || !report.asOf().stamp().equals(new HistoryStore(session).lastStamp())) {
            report = readers.apply(session).readFirst(session, ReportHtml.MOST_PLOTS);
            known.set(report);
        }
        return report;
    }
}
