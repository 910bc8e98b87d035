package org.greenplan.cql2;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;

/** Reads the shapes inside a filter's text: well-known text such as {@code POINT(116.39 39.91)}, and {@code BBOX(…)}. */
record ShapeText(Cursor words, Shapes shapes) {
    /** The word begins a shape: it is the name of one and numbers or parentheses follow. The word is taken already. */
    boolean begins(Token word) {
        String upper = word.upper();
        boolean named = Shapes.isType(upper) || upper.equals("GEOMETRYCOLLECTION") || upper.equals("BBOX");
        return named
                && (words.here().is("(")
                        || words.here().isWord("Z")
                        || words.here().isWord("EMPTY"));
    }

    Value.Shape shape(Token word) {
        if (words.here().isWord("EMPTY")) {
            throw words.wrong(Words.of("“(”（不接受空几何）", "\"(\" (empty geometries are not taken)"));
        }
        words.takeWord("Z");
        if (word.isWord("BBOX")) {
            words.expectSign("(");
            List<Double> numbers = new ArrayList<>();
            do {
                numbers.add(number());
            } while (words.takeSign(","));
            words.expectSign(")");
            return shapes.box(numbers);
        }
        return word.isWord("GEOMETRYCOLLECTION") ? collection() : shapes.shape(word.text(), single(word, nested(0)));
    }

    /** POINT has its one position in parentheses. */
    private static Object single(Token word, Object nested) {
        return word.isWord("POINT") && nested instanceof List<?> list && list.size() == 1 ? list.get(0) : nested;
    }

    private Value.Shape collection() {
        words.expectSign("(");
        List<Value.Shape> members = new ArrayList<>();
        do {
            Token word = words.expect(Token.Kind.WORD, Words.of("几何类型", "a geometry type"));
            if (!Shapes.isType(word.upper())) {
                throw Calls.unknown(word.text());
            }
            members.add(shape(word));
        } while (words.takeSign(","));
        words.expectSign(")");
        return shapes.collection(members);
    }

    private List<Object> nested(int depth) {
        words.expectSign("(");
        if (depth > 3) {
            throw words.wrong(Words.of("坐标", "a position"));
        }
        List<Object> items = new ArrayList<>();
        do {
            items.add(words.here().is("(") ? nested(depth + 1) : position());
        } while (words.takeSign(","));
        words.expectSign(")");
        return items;
    }

    /** Two numbers; a third, the height, is read and left out. */
    private Coordinate position() {
        Coordinate position = new Coordinate(number(), number());
        if (words.here().kind() == Token.Kind.NUMBER || words.here().is("-")) {
            number();
        }
        return position;
    }

    private double number() {
        boolean minus = words.takeSign("-");
        if (!minus) {
            words.takeSign("+");
        }
        String text =
                words.expect(Token.Kind.NUMBER, Words.of("数字", "a number")).text();
        double number = Literals.number(Double.parseDouble(text), text).number();
        return minus ? -number : number;
    }
}
