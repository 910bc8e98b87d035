package org.greenplan.works;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.problem.Words;
import org.greenplan.supply.Offer;
import org.greenplan.supply.Offers;
import org.greenplan.verdicts.Verdict;
import org.greenplan.water.remedy.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * The works that were found.
 *
 * @param changeset for which this is true
 * @param points the first is the answer; each later one costs less, and more months fail. None where values are missing
 */
public record WorksAnswer(WorksQuestion question, long changeset, Offers offers, List<Point> points) {
    public WorksAnswer {
        points = List.copyOf(points);
    }

    /**
     * Works, replayed in operation.
     *
     * @param built what is built, in the order of the plan
     * @param sentence what it comes to
     * @param verdicts of each typical year with these works; the first point's are whole
     * @param writes what of each feature has to change so that the plan has them
     */
    public record Point(
            Remedy remedy, List<Offer> built, Words sentence, Map<String, List<Verdict>> verdicts, List<Write> writes) {
        public Point {
            built = List.copyOf(built);
            verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
            writes = List.copyOf(writes);
        }
    }

    /**
     * A change of a feature.
     *
     * @param version of the feature for which it was found
     */
    public record Write(String feature, int version, Map<String, @Nullable Object> attributes) {
        public Write {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }
    }

    /** What was taken for granted. */
    public List<Words> assumptions() {
        double percent = offers.economy().ratePerYear() * 100;
        String rate = String.format(Locale.ROOT, "%.1f", percent);
        String year = offers.economy().year();
        int years = offers.economy().years();
        return List.of(
                Words.of(
                        "投资、电价、水价取自要素和记录；标为假定的不是官方数字。",
                        "Costs and prices are those of features and records; what is flagged as assumed is no official number."),
                Words.of(
                        "能耗和水费是全系统按典型年“" + year + "”每年支付、" + years + " 年、折现率 " + rate + " % 的现值。",
                        "Energy and water are the whole network's, paid each year as in the typical year " + year
                                + ", for " + years + " years at " + rate + " %."),
                Words.of(
                        "湖泊和绿地的需水按全部规划建成时计。",
                        "What lakes and green want is what they want once all of the plan is built."),
                Words.of(
                        "假定不达标的工程组合去掉一部分后仍不达标；因某工程不建才达标的组合不在搜索之内。",
                        "Works that fail are taken to fail still when some of them are left out; works that pass only because another is not built are not looked for."));
    }
}
