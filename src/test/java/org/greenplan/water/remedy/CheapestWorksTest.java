package org.greenplan.water.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.greenplan.water.Drive;
import org.greenplan.water.Given;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.NetworkJson;
import org.greenplan.water.Source;
import org.greenplan.water.Stage;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.YearOperation;
import org.junit.jupiter.api.Test;

/** The cheapest works are those that trying everything finds, and those that the sample is known for. */
class CheapestWorksTest {
    private static final Economy NOTHING_RUNS = new Economy("dry", 0.05, 0);
    private static final List<String> OPEN = List.of("西水东引", "第二污水处理厂", "第三污水处理厂");

    private static Network sampleWithoutChoices() {
        Network all = NetworkJson.of("six-lakes");
        return all.withWorks(
                all.links().stream()
                        .filter(link -> !link.id().equals("东虢湖—太溪湖"))
                        .toList(),
                all.sources().stream()
                        .filter(source -> !OPEN.contains(source.id()))
                        .toList());
    }

    private static List<Candidate> choices() {
        Network all = NetworkJson.of("six-lakes");
        List<Candidate> choices = new ArrayList<>();
        double yuan = 60e6;
        for (String id : OPEN) {
            Source source = all.sources().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            choices.add(Candidate.of(source, yuan));
            yuan -= 15e6;
        }
        Link pump = all.link("东虢湖—太溪湖").orElseThrow();
        for (int size : new int[] {10_000, 20_000, 40_000}) {
            choices.add(Candidate.of("东虢湖—太溪湖", pump.withCapacity(Given.assumed(size)), 500.0 * size + 2e6));
        }
        return choices;
    }

    @Test
    void theSamplesCheapestWorksLeaveTheTransferAndOneReclaimedWorksOut() {
        Remedy remedy = new CheapestWorks(
                        sampleWithoutChoices(),
                        choices(),
                        List.of(new Requirement("dry", null, 5), new Requirement("normal", null, 5)),
                        NOTHING_RUNS,
                        500)
                .find();
        assertThat(remedy.standing()).isEqualTo(Remedy.Standing.CHEAPEST);
        assertThat(remedy.chosen()).containsExactly("东虢湖—太溪湖 20000", "第三污水处理厂");
        assertThat(remedy.capitalYuan()).isEqualTo(30e6 + 12e6);
        assertThat(remedy.months()).isZero();
        assertThat(new RemedyWords(id -> "《" + id + "》").tell(remedy).zh())
                .isEqualTo("最省方案：《东虢湖—太溪湖 20000》、《第三污水处理厂》；投资 42,000,000 元，能耗和水费现值 0 元，不达标 0 个月。");
    }

    @Test
    void whatCannotHoldIsToldWithTheFewestMonths() {
        List<Candidate> sourcesOnly = choices().subList(0, 3);
        var search = new CheapestWorks(
                sampleWithoutChoices(), sourcesOnly, List.of(new Requirement("dry", null, 5)), NOTHING_RUNS, 500);
        Remedy remedy = search.find();
        assertThat(remedy.standing()).isEqualTo(Remedy.Standing.IMPOSSIBLE);
        assertThat(remedy.months()).isPositive();
        assertThat(new RemedyWords(id -> id).tell(remedy).en())
                .startsWith("Nothing listed makes it hold; fewest months fail with: ");
        List<Remedy> points = search.tradeOff(List.of(remedy.months(), 100));
        assertThat(points.get(0).standing()).isEqualTo(Remedy.Standing.CHEAPEST);
        assertThat(points.get(points.size() - 1).chosen()).isEmpty();
        assertThat(points).isSortedAccordingTo(Comparator.comparingInt(Remedy::months));
        assertThat(points)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Remedy::totalYuan).reversed());
    }

    @Test
    void aSearchThatIsCutOffSaysThatItProvesNothing() {
        Remedy remedy = new CheapestWorks(
                        sampleWithoutChoices(), choices(), List.of(new Requirement("dry", null, 5)), NOTHING_RUNS, 2)
                .find();
        assertThat(remedy.standing()).isEqualTo(Remedy.Standing.ENOUGH);
        assertThat(remedy.months()).isZero();
    }

    @Test
    void energyAndWaterOfManyYearsTipTheScale() {
        Network network = NetworkJson.of("pumped-inflow");
        assertThat(new Economy("year", 0.06, 20).presentValue()).isCloseTo(11.4699, within(1e-4));
        assertThat(new Economy("year", 0, 20).presentValue()).isEqualTo(20);
        Link pump = network.link("pump").orElseThrow();
        Link channel = new Link(
                "channel",
                pump.from(),
                pump.to(),
                Given.of(900),
                pump.openShare(),
                Given.of(0),
                new Drive.Gravity(null),
                Given.of(1),
                Stage.PROPOSED);
        List<Candidate> ways = List.of(
                Candidate.of("pump", pump.withCapacity(Given.of(2_000)), 1_000),
                Candidate.of("channel", channel, 100_000));
        assertThat(chosen(network.withoutLink("pump"), ways, 0)).containsExactly("pump 2000");
        assertThat(chosen(network.withoutLink("pump"), ways, 1000)).containsExactly("channel 900");
    }

    private static List<String> chosen(Network network, List<Candidate> ways, int years) {
        return new CheapestWorks(
                        network, ways, List.of(new Requirement("year", null, 1)), new Economy("year", 0, years), 100)
                .find()
                .chosen();
    }

    /** The sample's choices, at costs as they come, against every one of their 32 combinations. */
    @Test
    void tryingEverythingFindsNothingCheaper() {
        Network base = sampleWithoutChoices();
        var economy = new Economy("dry", 0.05, 10);
        var required = List.of(new Requirement("dry", null, 4), new Requirement("dry", "黄河", 3));
        Map<List<String>, Double> holding = holding(base, required, economy);
        for (int seed = 0; seed < 3; seed++) {
            var random = new Random(seed);
            List<Candidate> priced = choices().stream()
                    .map(one -> new Candidate(
                            one.id(),
                            one.work(),
                            one.links(),
                            one.sources(),
                            one.lakes(),
                            one.wanted(),
                            1e6 * (1 + random.nextInt(40))))
                    .toList();
            Remedy found = new CheapestWorks(base, priced, required, economy, 1000).find();
            double least = all(priced).stream()
                    .filter(choice -> holding.containsKey(choice.ids()))
                    .mapToDouble(choice -> choice.capitalYuan() + holding.getOrDefault(choice.ids(), 0.0))
                    .min()
                    .orElseThrow();
            assertThat(found.standing()).isEqualTo(Remedy.Standing.CHEAPEST);
            assertThat(found.totalYuan()).as("costs %d", seed).isCloseTo(least, within(1e-3));
        }
    }

    private static List<Choice> all(List<Candidate> candidates) {
        List<Choice> all = List.of(Choice.NOTHING);
        for (Candidate candidate : candidates) {
            all = Stream.concat(all.stream(), all.stream().map(choice -> choice.with(candidate)))
                    .distinct()
                    .toList();
        }
        assertThat(all).hasSize(2 * 2 * 2 * 4);
        return all;
    }

    /** The choices with which everything holds, and what they cost to run. */
    private static Map<List<String>, Double> holding(Network base, List<Requirement> required, Economy economy) {
        Map<List<String>, Double> holding = new HashMap<>();
        for (Choice choice : all(choices())) {
            Network built = choice.built(base);
            if (required.stream().allMatch(one -> one.holds(built))) {
                var said = (Answer.Said) YearOperation.run(built, economy.year());
                double each = said.result().months().stream()
                        .mapToDouble(month -> month.costYuan())
                        .sum();
                holding.put(choice.ids(), each * economy.presentValue());
            }
        }
        assertThat(holding.size()).isBetween(2, 30);
        return holding;
    }
}
