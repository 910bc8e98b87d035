package org.greenplan.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads filters as people write them, such as {@code status = 'approved' AND year >= 2026} (OGC 21-065r2, CQL2 Text), by recursive
 * descent: one method a rule of the grammar, the loosest binding first.
 */
public final class Cql2Text {
    private static final Set<String> RESERVED = Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL");
    private static final Set<String> UNKNOWN_SIGNS = Set.of("!=", "==", "||", "&", "|", "~", "!");
    private static final List<Value.Operator> SUMS = List.of(Value.Operator.PLUS, Value.Operator.MINUS);
    private static final List<Value.Operator> PRODUCTS =
            List.of(Value.Operator.TIMES, Value.Operator.OVER, Value.Operator.REMAINDER, Value.Operator.WHOLE);
    private static final Words A_VALUE = Words.of("属性、数字、文字或条件", "a property, a number, text or a condition");

    private final Cursor cursor;
    private final ShapeText shapes;
    private int depth;
    private int values;

    private Cql2Text(String text, FilterCrs crs) {
        this.cursor = new Cursor(Tokens.of(text));
        this.shapes = new ShapeText(cursor, new Shapes(crs));
    }

    /** The filter of a text; what cannot be read is refused with its place. */
    public static Filter read(String text, FilterCrs crs) {
        Cql2Text parser = new Cql2Text(text, crs);
        Filter filter = Filter.of(parser.either());
        parser.cursor.expect(Token.Kind.END, Words.of("AND、OR 或结尾", "AND, OR or the end"));
        return filter;
    }

    /** A filter as text; reading it gives the same filter. Shapes are written in lon/lat degrees. */
    public static String write(Filter filter) {
        return new Cql2Writer().write(filter);
    }

    private Term either() {
        Term first = both();
        if (!cursor.here().isWord("OR")) {
            return first;
        }
        List<Term> parts = new ArrayList<>(List.of(first));
        while (cursor.takeWord("OR")) {
            parts.add(both());
        }
        return Filter.any(parts);
    }

    private Term both() {
        Term first = negation();
        if (!cursor.here().isWord("AND")) {
            return first;
        }
        List<Term> parts = new ArrayList<>(List.of(first));
        while (cursor.takeWord("AND")) {
            parts.add(negation());
        }
        return Filter.all(parts);
    }

    private Term negation() {
        if (!cursor.takeWord("NOT")) {
            return predicate();
        }
        deeper();
        Filter negated = new Filter.Not(Filter.of(negation()));
        depth--;
        return negated;
    }

    private Term predicate() {
        Token start = cursor.here();
        Term left = sum();
        for (Filter.Comparison comparison : Filter.Comparison.values()) {
            if (cursor.here().is(comparison.sign())) {
                cursor.take();
                return new Filter.Compare(comparison, value(left, start), operand());
            }
        }
        if (cursor.takeWord("IS")) {
            boolean negated = cursor.takeWord("NOT");
            cursor.expectWord("NULL");
            return negatedIf(negated, new Filter.IsNull(value(left, start)));
        }
        boolean negated = cursor.here().isWord("NOT")
                && Set.of("LIKE", "BETWEEN", "IN").contains(cursor.next().upper());
        if (negated) {
            cursor.take();
        }
        if (cursor.takeWord("LIKE")) {
            return negatedIf(negated, new Filter.Like(value(left, start), operand()));
        }
        if (cursor.takeWord("BETWEEN")) {
            Value low = operand();
            cursor.expectWord("AND");
            return negatedIf(negated, new Filter.Between(value(left, start), low, operand()));
        }
        if (cursor.takeWord("IN")) {
            cursor.expectSign("(");
            return negatedIf(negated, new Filter.In(value(left, start), arguments()));
        }
        return left;
    }

    private static Filter negatedIf(boolean negated, Filter filter) {
        return negated ? new Filter.Not(filter) : filter;
    }

    private Value operand() {
        Token start = cursor.here();
        return value(sum(), start);
    }

    private Term sum() {
        return chain(SUMS, this::product);
    }

    private Term product() {
        Term product = chain(PRODUCTS, this::power);
        Token next = cursor.here();
        if (next.kind() == Token.Kind.SIGN && UNKNOWN_SIGNS.contains(next.text())) {
            throw Calls.unknownSign(next);
        }
        return product;
    }

    /** Operands with operators of one rank between them, computed from the left. */
    private Term chain(List<Value.Operator> rank, Supplier<Term> operand) {
        Token start = cursor.here();
        Term left = operand.get();
        int operators = 0;
        Value.Operator operator = here(rank);
        while (operator != null) {
            Limits.requireComputable(++operators);
            cursor.take();
            Token right = cursor.here();
            left = new Value.Arithmetic(operator, value(left, start), value(operand.get(), right));
            operator = here(rank);
        }
        return left;
    }

    private Value.@Nullable Operator here(List<Value.Operator> rank) {
        for (Value.Operator operator : rank) {
            if (cursor.here().is(operator.sign()) || cursor.here().isWord(operator.sign())) {
                return operator;
            }
        }
        return null;
    }

    /** A power binds closer than a product, a sign closer than a power; one of another needs parentheses. */
    private Term power() {
        Token start = cursor.here();
        Term base = signed();
        if (!cursor.takeSign(Value.Operator.POWER.sign())) {
            return base;
        }
        Token exponent = cursor.here();
        return new Value.Arithmetic(Value.Operator.POWER, value(base, start), value(signed(), exponent));
    }

    private Term signed() {
        if (!cursor.here().is("-") && !cursor.here().is("+")) {
            return primary();
        }
        boolean minus = cursor.take().is("-");
        Token start = cursor.here();
        Value value = value(primary(), start);
        if (!minus) {
            return value;
        }
        return value instanceof Value.Amount amount
                ? Literals.number(-amount.number(), start.text())
                : new Value.Arithmetic(Value.Operator.TIMES, new Value.Amount(-1), value);
    }

    private Term primary() {
        Token token = cursor.here();
        if (++values > Limits.VALUES) {
            throw Refusal.tooLarge(
                    "超过 " + Limits.VALUES + " 个值。请按图层或范围筛选。",
                    "it has more than " + Limits.VALUES + " values. Filter by layer or box instead.");
        }
        switch (token.kind()) {
            case TEXT -> {
                return new Value.Text(cursor.take().text());
            }
            case NUMBER -> {
                cursor.take();
                return Literals.number(Double.parseDouble(token.text()), token.text());
            }
            case QUOTED_NAME -> {
                return new Value.Property(cursor.take().text());
            }
            case WORD -> {
                return word();
            }
            default -> {
                return parenthesis();
            }
        }
    }

    private Term parenthesis() {
        if (!cursor.here().is("(")) {
            throw cursor.wrong(A_VALUE);
        }
        cursor.take();
        deeper();
        Term inside = either();
        cursor.expectSign(")");
        depth--;
        return inside;
    }

    private Term word() {
        Token word = cursor.here();
        if (word.isWord("TRUE") || word.isWord("FALSE")) {
            return new Value.Truth(cursor.take().isWord("TRUE"));
        }
        if (RESERVED.contains(word.upper())) {
            throw cursor.wrong(A_VALUE);
        }
        cursor.take();
        if (shapes.begins(word)) {
            return shapes.shape(word);
        }
        if (!cursor.here().is("(")) {
            return new Value.Property(word.text());
        }
        cursor.take();
        deeper();
        Term meaning =
                switch (word.upper()) {
                    case "DATE" -> one(Literals::day);
                    case "TIMESTAMP" -> one(Literals::moment);
                    case "INTERVAL" -> interval();
                    default -> Calls.of(word.text(), arguments());
                };
        depth--;
        return meaning;
    }

    private Value one(Function<String, Value> of) {
        Value value = of.apply(cursor.expect(Token.Kind.TEXT, Words.of("单引号内的文字", "text in single quotes"))
                .text());
        cursor.expectSign(")");
        return value;
    }

    private Value interval() {
        Value from = bound();
        cursor.expectSign(",");
        Value to = bound();
        cursor.expectSign(")");
        return new Value.Interval(from, to);
    }

    private @Nullable Value bound() {
        if (cursor.here().kind() != Token.Kind.TEXT) {
            return operand();
        }
        String text = cursor.take().text();
        return Literals.open(text) ? null : Literals.instant(text);
    }

    /** Values up to the closing parenthesis, which is taken too. */
    private List<Value> arguments() {
        List<Value> arguments = new ArrayList<>();
        do {
            arguments.add(operand());
        } while (cursor.takeSign(","));
        cursor.expectSign(")");
        return arguments;
    }

    private static Value value(Term term, Token start) {
        if (term instanceof Value value) {
            return value;
        }
        throw Refusal.at(start.place(), start.written(), Words.of("值，而不是条件", "a value, not a condition"));
    }

    private void deeper() {
        if (++depth > Limits.DEPTH) {
            throw Refusal.tooDeep(Limits.DEPTH);
        }
    }
}
