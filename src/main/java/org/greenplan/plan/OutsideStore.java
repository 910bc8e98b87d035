package org.greenplan.plan;

import java.util.List;
import org.greenplan.store.Session;
import org.greenplan.store.Tables;

/** What other programs have written into the layer tables since we last looked: noted by triggers in the database. */
public record OutsideStore(Session session) {
    /** Features touched from outside, each once, in the order in which they were first touched. */
    public List<FeatureRef> list() {
        return session.list(
                "SELECT layer, feature, min(fid) FROM " + Tables.OUTSIDE + " GROUP BY layer, feature ORDER BY 3",
                List.of(),
                row -> new FeatureRef(row.getString(1), row.getLong(2)));
    }

    public boolean isEmpty() {
        return session.number("SELECT count(*) FROM " + Tables.OUTSIDE, List.of()) == 0;
    }

    public void clear() {
        session.execute("DELETE FROM " + Tables.OUTSIDE, List.of());
    }
}
