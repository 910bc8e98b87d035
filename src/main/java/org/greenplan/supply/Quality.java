package org.greenplan.supply;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.greenplan.problem.Words;
import org.greenplan.water.verdict.BlackOdour;
import org.greenplan.water.verdict.BlackOdour.Sample;

/**
 * What is known of a water's quality: of a river, of a lake, or of a reach that is listed as black and odorous.
 *
 * @param row the river, lake or record of the list
 * @param feature the river or lake, or what of the network the list names; empty where that is nothing drawn
 * @param reported what somebody says of it without a measurement; {@link BlackOdour#NOT_CHECKED} where nobody says that it is odorous
 * @param samples that count today: of a reach whose remediation is done those since then
 * @param lastDate of the samples, ISO; empty where there are none
 */
public record Quality(Row row, String feature, BlackOdour reported, List<Sample> samples, String lastDate) {
    public Quality {
        samples = List.copyOf(samples);
    }

    /** Whether it is one of the list of black-odorous waters. */
    public boolean isListed() {
        return row.id().startsWith(Tables.ODOROUS + "/");
    }

    /** The grade by the samples; what is reported where nothing was measured; without either nothing is known, least of all that it is clear. */
    public BlackOdour grade() {
        BlackOdour measured = measured();
        return measured == BlackOdour.NOT_CHECKED ? reported : measured;
    }

    /** The grade by the samples alone. */
    public BlackOdour measured() {
        return BlackOdour.of(samples);
    }

    /** What people call it. */
    public String name() {
        return row.name();
    }

    /** A text or code of the list, such as {@code responsible}; empty where none is given. */
    public String text(String attribute) {
        return row.text(attribute);
    }

    /** A number of the list, such as {@code length_m}. */
    public OptionalDouble number(String attribute) {
        return row.has(attribute) ? OptionalDouble.of(row.given(attribute).number()) : OptionalDouble.empty();
    }

    /** The means of what was measured, with the number of samples and the date of the last; that nothing was where nothing was. */
    public Words condition() {
        if (samples.isEmpty()) {
            return Words.of("未监测", "not measured");
        }
        String zh = part("透明度", " cm", one -> one.transparencyCm().orElse(Double.NaN))
                + part("溶解氧", " mg/L", one -> one.oxygenMgPerL().orElse(Double.NaN))
                + part("氧化还原电位", " mV", one -> one.redoxMv().orElse(Double.NaN))
                + part("氨氮", " mg/L", one -> one.ammoniaMgPerL().orElse(Double.NaN));
        String en = part("transparency", " cm", one -> one.transparencyCm().orElse(Double.NaN))
                + part("oxygen", " mg/L", one -> one.oxygenMgPerL().orElse(Double.NaN))
                + part("redox potential", " mV", one -> one.redoxMv().orElse(Double.NaN))
                + part("ammonia", " mg/L", one -> one.ammoniaMgPerL().orElse(Double.NaN));
        int times = samples.size();
        return Words.of(
                zh.replace(", ", "，") + "监测 " + times + " 次，最近 " + lastDate,
                en + times + (times == 1 ? " sample" : " samples") + ", the last " + lastDate);
    }

    private String part(String what, String unit, ToDoubleFunction<Sample> of) {
        OptionalDouble mean =
                samples.stream().mapToDouble(of).filter(Double::isFinite).average();
        return mean.isEmpty() ? "" : String.format(Locale.ROOT, "%s %.1f%s, ", what, mean.getAsDouble(), unit);
    }

    /** Samples as the plan's records have them. */
    static Sample sample(Row row) {
        return new Sample(
                number(row, "transparency_cm"),
                number(row, "depth_cm"),
                number(row, "oxygen_mg_l"),
                number(row, "redox_mv"),
                number(row, "ammonia_mg_l"));
    }

    private static OptionalDouble number(Row row, String attribute) {
        return row.has(attribute) ? OptionalDouble.of(row.given(attribute).number()) : OptionalDouble.empty();
    }

    static Quality of(Row row, String feature, BlackOdour reported, List<Row> samples) {
        Optional<String> last = samples.stream().map(one -> one.text("date")).max(Comparator.naturalOrder());
        return new Quality(
                row, feature, reported, samples.stream().map(Quality::sample).toList(), last.orElse(""));
    }
}
