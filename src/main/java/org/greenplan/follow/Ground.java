package org.greenplan.follow;

import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.PlanCrs;
import org.greenplan.sql.Session;

/**
 * A plan as one transaction sees it.
 *
 * @param settings its identity and its programme as this transaction sees them
 * @param crs the plane in which it is measured
 */
public record Ground(Session session, PlanProfile settings, PlanCrs crs) {
    public Catalogue catalogue() {
        return session.catalogue();
    }

    /** Whether the same features have the same figures here and there: in the same plane, by the same tolerance and order. */
    public boolean countsLike(Ground other) {
        return settings.plane().equals(other.settings.plane())
                && lineToleranceM() == other.lineToleranceM()
                && catalogue().countsLike(other.catalogue());
    }

    /** How far beside a line another still runs along it, metres. */
    public double lineToleranceM() {
        return settings.lineToleranceM();
    }
}
