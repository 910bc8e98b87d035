package org.greenplan.plan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CodeList;
import org.greenplan.catalogue.LayerType;
import org.greenplan.list.ListCheck;
import org.greenplan.list.ListValue;
import org.greenplan.list.NumberRule;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Holds the attributes of a feature against the catalogue: what can be read one way only is taken, the rest is refused.
 *
 * @param planYear the year of plots that say none
 */
public record AttributeCheck(Catalogue catalogue, LayerType layer, int planYear) {
    /** How much must be there. */
    public enum Need {
        /** A new feature: what is left out takes its default, then everything required must be set. */
        NEW,
        /** A feature written anew: everything required must be set. */
        WHOLE,
        /** A shape under the hand whose form is not filled in yet: nothing is required. */
        DRAFT
    }

    private static final int GREATEST_YEAR = 9999;

    private static final Map<String, Boolean> YES_NO = Map.of(
            "true", true, "yes", true, "1", true, "是", true, "false", false, "no", false, "0", false, "否", false);

    /**
     * The attributes of the catalogue in its order, of their Java types.
     *
     * @param field name of the properties for problems, such as {@code changes[0].feature.properties}
     */
    public Map<String, @Nullable Object> of(Map<String, @Nullable Object> given, Need need, String field) {
        refuseUnknown(given, field);
        Map<String, @Nullable Object> checked = new LinkedHashMap<>();
        for (Attribute attribute : layer.attributes()) {
            String at = field + "." + attribute.name();
            boolean takesDefault = need != Need.WHOLE && !given.containsKey(attribute.name());
            Object value = takesDefault
                    ? layer.beginning(attribute, planYear)
                    : value(attribute, given.get(attribute.name()), at);
            if (value == null && attribute.required() && need != Need.DRAFT) {
                throw invalid(
                        at,
                        "“" + attribute.title().zh() + "”必填。",
                        attribute.title().en() + " is required. Fill it in.");
            }
            checked.put(attribute.name(), value);
        }
        return checked;
    }

    private void refuseUnknown(Map<String, @Nullable Object> given, String field) {
        for (String name : given.keySet()) {
            if (layer.find(name).isEmpty()) {
                String known = layer.attributes().stream().map(Attribute::name).collect(Collectors.joining(", "));
                throw invalid(
                        field + "." + name,
                        "图层“" + layer.title().zh() + "”没有属性“" + name + "”。可用属性：" + known + "。",
                        "The layer " + layer.title().en() + " has no attribute \"" + name + "\". It has: " + known
                                + ".");
            }
        }
    }

    /** One value of the attribute's Java type; null where it is blank. */
    @Nullable
    Object value(Attribute attribute, @Nullable Object given, String at) {
        if (given == null || (given instanceof String text && text.isBlank())) {
            return null;
        }
        return switch (attribute.type()) {
            case TEXT -> text(attribute, given, at);
            case INTEGER -> integer(attribute, given, at);
            case REAL -> rule(attribute).within(rule(attribute).number(given, at), at);
            case BOOLEAN -> yesNo(attribute, given, at);
            case DATE -> date(attribute, given, at);
            case LIST -> list(attribute, given, at);
        };
    }

    private String text(Attribute attribute, Object given, String at) {
        if (!(given instanceof String || given instanceof Number || given instanceof LocalDate)) {
            throw wrong(attribute, at, "应为文字", "must be text");
        }
        // Neither XML nor spreadsheets keep a carriage return: with one kind of line break texts come back as they
        // left.
        String text = given.toString().strip().replace("\r\n", "\n").replace('\r', '\n');
        if (!ChangeIntake.printable(text)) {
            throw wrong(attribute, at, "含有不可见的控制字符，请重新输入", "contains characters that cannot be kept; type it again");
        }
        String listId = attribute.codeList();
        if (listId != null) {
            return code(attribute, listId, text, at);
        }
        Integer most = attribute.maxLength();
        if (most != null && text.codePointCount(0, text.length()) > most) {
            throw wrong(attribute, at, "最多 " + most + " 个字，请缩短", "may have " + most + " characters; shorten it");
        }
        return text;
    }

    /** A code, or its title in either language. */
    private String code(Attribute attribute, String listId, String text, String at) {
        CodeList list = catalogue.codeLists().get(listId);
        if (list == null || list.find(text).isPresent()) {
            return text;
        }
        return list.codes().stream()
                .filter(c -> c.title().zh().equals(text) || c.title().en().equalsIgnoreCase(text))
                .findFirst()
                .map(c -> c.code())
                .orElseThrow(() -> {
                    String zh = names(list, true);
                    return wrong(
                            attribute,
                            at,
                            "不接受“" + text + "”。可选：" + zh,
                            "takes no \"" + text + "\". Choose from: " + names(list, false));
                });
    }

    private static String names(CodeList list, boolean zh) {
        return list.codes().stream()
                .limit(20)
                .map(c -> c.code() + " " + (zh ? c.title().zh() : c.title().en()))
                .collect(Collectors.joining(", "));
    }

    private Long integer(Attribute attribute, Object given, String at) {
        if (given instanceof Long whole) {
            rule(attribute).within(whole, at);
            return whole;
        }
        double number = rule(attribute).number(given, at);
        if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
            throw wrong(attribute, at, "应为整数", "must be a whole number");
        }
        rule(attribute).within(number, at);
        return (long) number;
    }

    private static NumberRule rule(Attribute attribute) {
        return new NumberRule(attribute.title(), attribute.unit(), attribute.min(), attribute.max());
    }

    private static @Nullable ListValue list(Attribute attribute, Object given, String at) {
        return new ListCheck(Objects.requireNonNull(attribute.list()), attribute.title()).of(given, at);
    }

    private Boolean yesNo(Attribute attribute, Object given, String at) {
        Boolean value = given instanceof Boolean bool
                ? bool
                : YES_NO.get(given.toString().strip().toLowerCase(Locale.ROOT));
        if (value == null) {
            throw wrong(attribute, at, "应为是或否", "must be true or false");
        }
        return value;
    }

    private LocalDate date(Attribute attribute, Object given, String at) {
        try {
            LocalDate date = given instanceof LocalDate day
                    ? day
                    : LocalDate.parse(given.toString().strip());
            // PostgreSQL has days without end, and Java a thousand million years; files have four digits.
            if (date.getYear() >= 1 && date.getYear() <= GREATEST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw wrong(attribute, at, "应为日期，如 2019-06-30", "must be a date such as 2019-06-30");
    }

    private static Problem.Invalid wrong(Attribute attribute, String at, String zh, String en) {
        return invalid(
                at,
                "“" + attribute.title().zh() + "”" + zh + "。",
                attribute.title().en() + " " + en + ".");
    }

    private static Problem.Invalid invalid(String field, String zh, String en) {
        return new Problem.Invalid(Words.of(zh, en), field);
    }
}
