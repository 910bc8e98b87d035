package org.greenplan.programme;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.filter.Queryable;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.problem.Words;

/** Why a plot adds nothing to a target of areas or lengths, or is none that the target looks at, in words for its planner. */
record WhyNot(Catalogue catalogue, TargetLine line) {
    /** The target looks at other layers. */
    Words otherLayers() {
        return Words.of(
                "只计" + line.layers().stream().map(id -> title(id).zh()).collect(Collectors.joining("、")),
                "counts " + line.layers().stream().map(id -> title(id).en()).collect(Collectors.joining(", "))
                        + " only");
    }

    /** The target asks for plots of another kind; says what this one has where it asks. */
    Words filtered(TargetChoice choice, LedgerStore.Row row) {
        var asked = choice.asked(catalogue.get(row.ref().layer()));
        Optional<Words> has = asked.stream()
                .map(queryable -> has(choice, queryable, row))
                .reduce((one, more) -> Words.of(one.zh() + "、" + more.zh(), one.en() + ", " + more.en()));
        return Words.of(
                has.map(words -> words.zh() + "，").orElse("") + "不合条件：" + inWords(asked, Words::zh),
                has.map(words -> words.en() + ": ").orElse("") + "does not fit " + inWords(asked, Words::en));
    }

    /** The target's filter with the names of attributes and codes as people call them; its operators stay. */
    private String inWords(Collection<Queryable> asked, Function<Words, String> tongue) {
        String filter = String.valueOf(line.filter());
        for (Queryable queryable : asked) {
            filter = filter.replaceAll(
                    "\\b" + Pattern.quote(queryable.name()) + "\\b",
                    Matcher.quoteReplacement(tongue.apply(queryable.title())));
            var list =
                    queryable.codeList() == null ? null : catalogue.codeLists().get(queryable.codeList());
            for (Code code : list == null ? List.<Code>of() : list.codes()) {
                filter = filter.replace("'" + code.code() + "'", "“" + tongue.apply(code.title()) + "”");
            }
        }
        return filter;
    }

    /** It is looked at and has nothing of what is measured. */
    Words nothing(boolean upgrade, LedgerStore.Row row) {
        if (line.measure() == TargetLine.Measure.LENGTH) {
            return row.grossLengthM() > 0
                    ? Words.of("全部在区界之外或已计入先前的线", "all of it lies outside the district or runs along an earlier line")
                    : Words.of("面状地块没有长度", "an area has no length");
        }
        return upgrade ? Words.of("提升改造不增加面积", "an upgrade adds no area") : Words.of("净面积为 0", "its net area is 0");
    }

    private Words has(TargetChoice choice, Queryable queryable, LedgerStore.Row row) {
        Object value = choice.value(row, queryable);
        String list = queryable.codeList();
        Words said = Optional.ofNullable(
                        list == null ? null : catalogue.codeLists().get(list))
                .flatMap(codes -> codes.find(String.valueOf(value)))
                .map(Code::title)
                .orElseGet(
                        () -> value == null ? Words.of("未填", "not set") : Words.of(value.toString(), value.toString()));
        return Words.of(
                queryable.title().zh() + "为“" + said.zh() + "”",
                queryable.title().en() + " is “" + said.en() + "”");
    }

    private Words title(String layer) {
        return catalogue.find(layer).map(LayerType::title).orElse(Words.of(layer, layer));
    }
}
