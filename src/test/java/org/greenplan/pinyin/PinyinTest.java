package org.greenplan.pinyin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chinese names are found and sorted as they are read. */
class PinyinTest {
    @ParameterizedTest
    @CsvSource({
        "孟津路游园, mjl, true",
        "孟津路游园, lyy, true",
        "孟津路游园, MJLYY, true",
        "孟津路游园, mjy, false",
        "孟津路游园, mjlyyx, false",
        "长安路绿地, calld, true",
        "长安路绿地, zal, true",
        "G310国道北侧, g310gd, true",
        "G310国道北侧, 310gd, true",
        "汜水河, shh, false",
        "汜水河, ssh, true",
        "绿地（二期）, ld（eq, true",
        "Park, ark, true",
        "Park, p.r, false",
    })
    void namesAreFoundByTheFirstLettersOfTheirCharacters(String name, String letters, boolean found) {
        assertThat(Initials.in(name, letters)).isEqualTo(found);
        assertThat(Pattern.compile(Initials.pattern(letters)).matcher(name).find())
                .as("the same as a regular expression")
                .isEqualTo(found);
    }

    @Test
    void onlyWordsWithALatinLetterAreReadByInitials() {
        assertThat(Initials.are("310 国道")).isFalse();
        assertThat(Initials.are("国d")).isTrue();
    }

    @Test
    void namesStandInTheOrderInWhichPeopleReadThem() {
        List<String> wanted =
                List.of("（一）园", "2号地块", "10号地块", "安阳路", "北环公园", "孟津路2号", "孟津路10号", "梦湖公园", "中心公园", "庄园", "b2", "B10");
        List<String> sorted = wanted.stream()
                .sorted(Comparator.reverseOrder())
                .sorted(Comparator.comparing(NameOrder::key))
                .toList();
        assertThat(sorted).isEqualTo(wanted);
    }
}
