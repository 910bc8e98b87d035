package org.greenplan.water.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.greenplan.water.Network;
import org.greenplan.water.NetworkJson;
import org.greenplan.water.Stage;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.Reason;
import org.greenplan.water.operate.YearOperation;
import org.greenplan.water.operate.YearResult;
import org.junit.jupiter.api.Test;

/** A failed demand is explained: how often, since when, by what cut, and by which planned link it would be helped. */
class WhyTest {
    private static final Network SIX = NetworkJson.of("six-lakes");

    @Test
    void aLakeThatNothingReachesIsToldTheMissingLinkAndItsWater() {
        Network today = SIX.at(Stage.TODAY);
        Why why = Why.of(today, SIX, said(today, "normal"), "开阳湖最低水位").orElseThrow();
        assertThat(why.at()).isEqualTo("开阳湖");
        assertThat(why.failedMonths()).hasSize(12);
        assertThat(why.sinceFull()).contains(12);
        assertThat(why.cut().reasons()).extracting(Reason::kind).containsExactly(Reason.Kind.NO_WAY);
        MissingLink missing = why.missing().orElseThrow();
        assertThat(missing.link()).isEqualTo("冯沟湖—开阳湖");
        assertThat(missing.needsM3()).isCloseTo(why.cut().missingM3() / 0.99, within(1e-6));
        assertThat(missing.bringsM3()).isPositive();
        List<Told> told = new WhyWords(id -> "《" + id + "》").tell(why);
        assertThat(told.get(0).words().zh()).startsWith("《开阳湖最低水位》 全年各月都不足；").contains("需 133,200 m³");
        assertThat(told.get(0).words().en()).startsWith("《开阳湖最低水位》 is short in every month; in month ");
        assertThat(told.get(1).words().zh()).isEqualTo("《开阳湖》 全年从未蓄满。");
        assertThat(told.get(2).words().en()).isEqualTo("No link and no source leads to 《开阳湖》.");
        assertThat(told.get(3).ids()).containsExactly("冯沟湖—开阳湖", "冯沟湖", "开阳湖");
        assertThat(told.get(3).words().zh()).contains("《冯沟湖》→《开阳湖》").contains(" m³");
    }

    @Test
    void aFullPipeIsToldWithWhatATenthMoreGivesAndHowFar() {
        Network network = NetworkJson.of("narrow-pipe");
        Why why = Why.of(network, network, said(network, "year"), "B").orElseThrow();
        assertThat(why.missing()).isEmpty();
        Told told = new WhyWords(id -> id).reason(why.cut().reasons().get(0));
        assertThat(told.ids()).containsExactly("to B");
        assertThat(told.words().en())
                .matches("Link to B leads all it can, [0-9]+ m³ in this month; a tenth more gives [0-9]+ m³,"
                        + " and up to [0-9,]+ m³ more each m³ gives 1.00 m³\\.");
    }

    @Test
    void whatIsServedHasNoReason() {
        Network ring = NetworkJson.of("ring");
        assertThat(Why.of(ring, ring, said(ring, "year"), "A turnover")).isEmpty();
    }

    @Test
    void everyKindOfReasonHasItsSentence() {
        Set<String> sentences = new TreeSet<>();
        for (Reason.Kind kind : EnumSet.allOf(Reason.Kind.class)) {
            Told told = new WhyWords(id -> id).reason(new Reason(kind, "X", 1, 1, Double.NaN, Double.NaN));
            assertThat(told.words().zh()).contains("X").endsWith("。");
            sentences.add(told.words().en());
        }
        assertThat(sentences).hasSize(Reason.Kind.values().length);
    }

    private static YearResult said(Network network, String year) {
        return ((Answer.Said) YearOperation.run(network, year)).result();
    }
}
