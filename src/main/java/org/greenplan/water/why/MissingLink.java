package org.greenplan.water.why;

import java.util.Comparator;
import java.util.Optional;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.Served;
import org.greenplan.water.operate.Shortage;
import org.greenplan.water.operate.WhyShort;

/**
 * A link that is planned and not there yet, without which a demand stays short.
 *
 * @param needsM3 what would have to enter it in the month, for the demand to have all
 * @param bringsM3 what the demand would have more of in the month with this link alone, everything else as it is
 */
public record MissingLink(String link, String from, String to, double needsM3, double bringsM3) {
    /** The planned link that would bring most in a month; nothing where none brings anything. */
    static Optional<MissingLink> of(
            Network network, Network planned, String year, MonthResult month, Shortage shortage) {
        return planned.links().stream()
                .filter(link -> network.link(link.id()).isEmpty())
                .map(link -> tried(network, year, month, shortage, link))
                .filter(link -> link.bringsM3 > (1 - Served.ENOUGH) * shortage.wantedM3())
                .max(Comparator.comparingDouble(MissingLink::bringsM3)
                        .thenComparing(Comparator.comparing(MissingLink::link).reversed()));
    }

    private static MissingLink tried(Network network, String year, MonthResult month, Shortage shortage, Link link) {
        double served = WhyShort.servedM3(network.withAlso(link), year, month, shortage.demand());
        double needs = shortage.missingM3() / (1 - link.lossShare().number());
        return new MissingLink(link.id(), link.from(), link.to(), needs, served - shortage.servedM3());
    }
}
