package org.greenplan.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.LayerType;
import org.greenplan.pinyin.Initials;
import org.greenplan.sql.Condition;
import org.greenplan.sql.Dialect;
import org.greenplan.sql.Session;
import org.greenplan.sql.TextFunctions;

/**
 * Words by which somebody looks for features: their name or number contains them anywhere, small or capital, or they are the first letters
 * by which the characters of the name are read.
 */
public record Naming(String words) {
    /** The condition on the layer's table, which is called by its name; nothing where its features have neither name nor number. */
    public Optional<Condition> of(LayerType layer, Dialect dialect) {
        List<String> ways = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        String wanted = words.strip();
        String pattern = "%" + TextFunctions.withoutCase(wanted).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        Stream.of(AttributeRole.NAME, AttributeRole.CODE)
                .flatMap(role -> layer.find(role).stream())
                .forEach(attribute -> {
                    String column = Session.quoted(layer.id()) + "." + Session.quoted(attribute.name());
                    ways.add(dialect.expressions().like(dialect.expressions().withoutCase(column), "?"));
                    parameters.add(pattern);
                    if (attribute.role() == AttributeRole.NAME && Initials.are(wanted)) {
                        Condition read = dialect.expressions().hasInitials(column, wanted);
                        ways.add(read.sql());
                        parameters.addAll(read.parameters());
                    }
                });
        return ways.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition("(" + String.join(" OR ", ways) + ")", parameters));
    }
}
