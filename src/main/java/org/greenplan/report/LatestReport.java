package org.greenplan.report;

import java.util.concurrent.atomic.AtomicReference;
import org.greenplan.history.HistoryStore;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/** The report as the page shows it, kept until somebody changes the plan. */
final class LatestReport {
    private final ReportReader reader;
    private final AtomicReference<@Nullable Report> known = new AtomicReference<>();

    LatestReport(ReportReader reader) {
        this.reader = reader;
    }

    Report read(Session session) {
        Report report = known.get();
        if (report == null || !report.asOf().stamp().equals(new HistoryStore(session).lastStamp())) {
            report = reader.readFirst(session, ReportHtml.MOST_PLOTS);
            known.set(report);
        }
        return report;
    }
}
