package org.greenplan.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.CatalogueFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that come with the program are whole, each with its source and its date; a file that is wrong says where. */
class RulesTest {
    private static final String RULE =
            """
            - code: x
              title: {zh: 一, en: one}
              text: {zh: 二, en: two}
              source: {zh: 三, en: three}
              edition: "1"
              from: 2019-01-01
              acts: new
              mark: verified
              severity: warn
              test: {size: {least_m2: 400}}
            """;

    @Test
    void theIndexListsEveryFileOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("data/rules"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("index.txt")))
                    .containsExactlyInAnyOrderElementsOf(
                            Bundled.resource("rules").files().keySet());
        }
    }

    @Test
    void everyRuleAsksForWhatTheCatalogueHasOrSaysThatItIsMissing() {
        assertThat(Rules.bundled()).hasSizeGreaterThan(30);
        assertThat(Rules.bundled().stream().map(rule -> rule.code() + " " + rule.edition()))
                .as("an edition is told by its code")
                .doesNotHaveDuplicates();
        // What a rule binds and what it asks of it fits the catalogue: none says for want of an attribute that nothing
        // is known.
        for (Rule rule : Rules.bundled()) {
            assertThat(rule.layers())
                    .as(rule.code())
                    .allMatch(id -> RuleFixture.CATALOGUE.findLayer(id).isPresent());
            rule.test().asks().forEach(choice -> assertThat(choice.missing(RuleFixture.CATALOGUE))
                    .as(rule.code())
                    .isSubsetOf("ordinary_farmland"));
        }
    }

    @Test
    void farmlandWasClosedLongBeforeTheNoticeOf2020() {
        assertThat(edition("basic-farmland").holds(LocalDate.of(2019, 1, 1))).isTrue();
        assertThat(edition("ordinary-farmland").holds(LocalDate.of(2019, 12, 31)))
                .isFalse();
        assertThat(edition("belt-on-farmland").holds(LocalDate.of(2020, 9, 10))).isTrue();
    }

    private static Rule edition(String code) {
        return Rules.bundled().stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "severity: warn|severity: fatal|9",
                "from: 2019-01-01|from: lately|6",
                "{size: {least_m2: 400}}|{size: {least: 400}}|10",
                "{size: {least_m2: 400}}|{luck: {}}|10",
                "{size: {least_m2: 400}}|{overlap: {where: a = 1}}|10",
                "{size: {least_m2: 400}}|{stated: a ==}|10",
                "{size: {least_m2: 400}}|{size: {least_m2: 400}, stated: a = 1}|10",
            })
    void aFaultNamesTheLine(String right, String wrong, int line) {
        var files = new Bundled(Map.of("r.yaml", RULE.replace(right, wrong)));
        assertThatThrownBy(() -> Rules.read(files))
                .isInstanceOfSatisfying(CatalogueFault.class, fault -> assertThat(List.of(fault.file(), fault.line()))
                        .isEqualTo(List.<Object>of("r.yaml", line)));
        assertThat(Rules.read(new Bundled(Map.of("r.yaml", RULE)))).hasSize(1);
    }
}
