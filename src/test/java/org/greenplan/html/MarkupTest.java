package org.greenplan.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.html.Markup.at;
import static org.greenplan.html.Markup.el;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a planner typed stays text wherever it stands on a page. */
class MarkupTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/plots?name=孟津路 游园 | /plots?name=孟津路 游园",
                "a=b c=d | a=b c=d",
                "\" onload=\"x | &quot; onload=&quot;x",
                "<&> | &lt;&amp;&gt;"
            })
    void aValueIsAnyText(String value, String written) {
        assertThat(el("a.next", at("href", value, "lang", "zh"), "x").html())
                .isEqualTo("<a class=\"next\" href=\"" + written + "\" lang=\"zh\">x</a>");
    }

    @Test
    void contentIsTextUnlessItIsMarkup() {
        assertThat(el("p", "<b>", el("b.a.c", 1), el("br")).html())
                .isEqualTo("<p>&lt;b&gt;<b class=\"a c\">1</b><br></p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a href=/x", "", "p.", "a>b"})
    void aNameIsAName(String name) {
        assertThatThrownBy(() -> el(name, "x")).hasMessageContaining("no name of an element: " + name);
    }

    @Test
    void anAttributeHasAValue() {
        assertThatThrownBy(() -> at("href")).hasMessageContaining("without a value");
    }
}
