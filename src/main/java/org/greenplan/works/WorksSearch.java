package org.greenplan.works;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.greenplan.problem.Words;
import org.greenplan.supply.Offer;
import org.greenplan.supply.Offers;
import org.greenplan.supply.Supply;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.Verdict;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.remedy.CheapestWorks;
import org.greenplan.water.remedy.Remedy;
import org.greenplan.water.remedy.RemedyWords;
import org.greenplan.water.remedy.Requirement;
import org.greenplan.waters.PlannedWater;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest works with which verdicts hold. What takes long to replay, thirty days without a source in each month, is replayed for what
 * was found, and what fails there is required of the next search.
 */
public final class WorksSearch {
    /** Months of which so many may fail: the points of the trade-off. */
    private static final List<Integer> MAY_FAIL = List.of(0, 1, 3, 6, 12, 24, 48, 96, 1000);

    private static final int MOST_REPLAYS = 4000;
    private static final double PER_10K = 1e-4;

    private final PlannedWater planned;
    private final WorksQuestion question;
    private final Offers offers;
    private final Heard heard;

    /** Hears how far a search is; what it throws ends it. */
    public interface Heard {
        Heard NOBODY = (phase, done) -> {};

        /** @param phase {@code searching}, {@code trading} or {@code replaying} */
        void at(String phase, int done);

        /** What is known before the trade-off is: the answer with its first point. */
        default void found(WorksAnswer first) {}
    }

    private WorksSearch(PlannedWater planned, WorksQuestion question, Heard heard) {
        this.planned = planned;
        this.question = question;
        this.offers = planned.offers(question.there());
        this.heard = heard;
    }

    /** Searches; nothing is written. */
    public static WorksAnswer of(PlannedWater planned, WorksQuestion question, Heard heard) {
        return new WorksSearch(planned, question, heard).answer();
    }

    private WorksAnswer answer() {
        if (!offers.gaps().isEmpty()) {
            return answer(List.of());
        }
        CheapestWorks search = new CheapestWorks(
                        offers.network(),
                        offers.all().stream().map(Offer::candidate).toList(),
                        required(),
                        offers.economy(),
                        MOST_REPLAYS)
                .heard(replays -> heard.at("searching", replays));
        search = withOutages(search);
        Remedy first = search.find();
        List<WorksAnswer.Point> points = new ArrayList<>();
        points.add(point(search, first, true));
        heard.found(answer(points));
        search = search.heard(replays -> heard.at("trading", replays));
        for (Remedy remedy : search.tradeOff(MAY_FAIL)) {
            if (!remedy.chosen().equals(first.chosen())) {
                points.add(point(search, remedy, false));
            }
        }
        return answer(points);
    }

    private WorksAnswer answer(List<WorksAnswer.Point> points) {
        return new WorksAnswer(question, planned.changeset(), offers, points);
    }

    /** What failed in an outage of thirty days is required from then on, until what is found holds. */
    private CheapestWorks withOutages(CheapestWorks begun) {
        CheapestWorks search = begun;
        while (question.verdicts().contains(Verdict.Kind.BACKED)) {
            Remedy found = search.find();
            Network built = search.built(found);
            List<Requirement> failing = thirtyDays().stream()
                    .filter(one -> {
                        heard.at("replaying", one.month());
                        return !one.holds(built);
                    })
                    .toList();
            CheapestWorks next = search.requiringAlso(failing);
            if (found.standing() == Remedy.Standing.IMPOSSIBLE || failing.isEmpty()) {
                return next;
            }
            search = next;
        }
        return search;
    }

    private List<Requirement> required() {
        List<Requirement> required = new ArrayList<>();
        for (Supply year : offers.years()) {
            if (question.verdicts().contains(Verdict.Kind.BALANCED)) {
                required.add(new Requirement(year.year(), null, Judgement.HELD_LEVELS));
            }
            if (question.verdicts().contains(Verdict.Kind.CIRCULATING)) {
                required.add(Requirement.goesRound(year.year()));
            }
            if (question.verdicts().contains(Verdict.Kind.BACKED)) {
                groups().forEach(group -> required.add(new Requirement(year.year(), group, Judgement.HELD_LEVELS)));
            }
        }
        return required;
    }

    private List<Requirement> thirtyDays() {
        List<Requirement> all = new ArrayList<>();
        for (Supply year : offers.years()) {
            for (String group : groups()) {
                for (int month = 1; month <= 12; month++) {
                    all.add(new Requirement(year.year(), group, month, Judgement.HELD_LEVELS));
                }
            }
        }
        return all;
    }

    private Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        offers.years().get(0).network().sources().stream().map(Source::group).forEach(groups::add);
        return groups;
    }

    private WorksAnswer.Point point(CheapestWorks search, Remedy remedy, boolean whole) {
        List<Offer> built = offers.all().stream()
                .filter(offer -> remedy.chosen().contains(offer.candidate().id()))
                .toList();
        Network network = search.built(remedy);
        Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
        for (Supply year : offers.years()) {
            Supply replayed = year.with(network);
            verdicts.put(year.year(), (whole ? Judgement.of(replayed) : Judgement.quick(replayed)).verdicts());
        }
        Words sentence = new RemedyWords(offers::name).tell(remedy);
        return new WorksAnswer.Point(remedy, built, sentence, verdicts, writes(built));
    }

    /**
     * What is chosen takes the size and the cost that were chosen. No status is written: who approves works is a person, and what has no
     * sizes stands in the plan already as it was chosen.
     */
    private List<WorksAnswer.Write> writes(List<Offer> built) {
        List<WorksAnswer.Write> writes = new ArrayList<>();
        for (Offer offer : built) {
            String sized = offer.sized();
            if (sized != null) {
                Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
                if (offer.isStorage()) {
                    attributes.put(planned.called(sized, "most_m3"), offer.capacityM3PerDay());
                } else {
                    attributes.put(planned.called(sized, "capacity_m3d"), offer.capacityM3PerDay());
                    attributes.put(planned.called(sized, "cost_10k_yuan"), offer.ownYuan() * PER_10K);
                }
                writes.add(new WorksAnswer.Write(sized, planned.versions().getOrDefault(sized, 0), attributes));
            }
        }
        return writes;
    }
}
