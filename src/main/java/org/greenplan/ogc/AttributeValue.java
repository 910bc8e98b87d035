package org.greenplan.ogc;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.greenplan.catalogue.Attribute;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Condition;
import org.greenplan.store.Session;

/** An attribute's value in an address, such as {@code status=approved}. */
final class AttributeValue {
    private AttributeValue() {}

    /** Rows whose attribute has just that value. */
    static Condition equal(Attribute attribute, String text) {
        return new Condition(Session.quoted(attribute.name()) + " = ?", java.util.List.of(of(attribute, text)));
    }

    private static Object of(Attribute attribute, String text) {
        try {
            return switch (attribute.type()) {
                case TEXT -> text;
                case INTEGER -> Long.valueOf(text);
                case REAL -> Double.valueOf(text);
                case DATE -> LocalDate.parse(text);
                case BOOLEAN -> bool(attribute, text);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw wrong(attribute, text);
        }
    }

    private static Boolean bool(Attribute attribute, String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw wrong(attribute, text);
        };
    }

    private static Problem.BadRequest wrong(Attribute attribute, String text) {
        String type = attribute.type().name().toLowerCase(java.util.Locale.ROOT);
        return new Problem.BadRequest(
                Words.of(
                        "“" + attribute.title().zh() + "”(" + attribute.name() + ")的值“" + text + "”不是 " + type + "。",
                        "The value \"" + text + "\" of " + attribute.name() + " is no " + type + "."),
                attribute.name());
    }
}
