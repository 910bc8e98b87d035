package org.greenplan.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One bracketed group of a coordinate system's text, such as {@code PARAMETER["False_Easting",500000.0]}.
 *
 * @param keyword in capitals
 * @param values quoted texts and numbers in their order, without quotes
 */
record WktNode(String keyword, List<String> values, List<WktNode> children) {
    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 30;

    /** The outermost group; empty where the text is not one. */
    static Optional<WktNode> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Scan(text).group(0));
        } catch (NotWkt e) {
            return Optional.empty();
        }
    }

    /** The group's own name: its first value. */
    String name() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The number at that place, or NaN. */
    double number(int i) {
        try {
            return i < values.size() ? Double.parseDouble(values.get(i)) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    Optional<WktNode> child(String... keywords) {
        List<String> wanted = List.of(keywords);
        return children.stream().filter(c -> wanted.contains(c.keyword())).findFirst();
    }

    /** The first group of one of these names at any depth, the group itself included. */
    Optional<WktNode> find(String... keywords) {
        if (List.of(keywords).contains(keyword)) {
            return Optional.of(this);
        }
        return children.stream().flatMap(c -> c.find(keywords).stream()).findFirst();
    }

    /** Every group of that name at any depth. */
    List<WktNode> all(String wanted) {
        List<WktNode> found = new ArrayList<>();
        if (keyword.equals(wanted)) {
            found.add(this);
        }
        children.forEach(c -> found.addAll(c.all(wanted)));
        return found;
    }

    private static final class NotWkt extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static final class Scan {
        private final String text;
        private int at;

        Scan(String text) {
            this.text = text;
        }

        WktNode group(int depth) throws NotWkt {
            String keyword = word().toUpperCase(Locale.ROOT);
            if (depth > DEEPEST || keyword.isEmpty() || !isOpen(peek())) {
                throw new NotWkt();
            }
            at++;
            List<String> values = new ArrayList<>();
            List<WktNode> children = new ArrayList<>();
            while (!isClose(peek())) {
                if (peek() == ',') {
                    at++;
                } else if (peek() == '"') {
                    values.add(quoted());
                } else {
                    int start = at;
                    String word = word();
                    if (word.isEmpty()) {
                        throw new NotWkt();
                    }
                    if (isOpen(peek())) {
                        at = start;
                        children.add(group(depth + 1));
                    } else {
                        values.add(word);
                    }
                }
            }
            at++;
            return new WktNode(keyword, List.copyOf(values), List.copyOf(children));
        }

        private char peek() throws NotWkt {
            while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF')) {
                at++;
            }
            if (at >= text.length()) {
                throw new NotWkt();
            }
            return text.charAt(at);
        }

        private String word() throws NotWkt {
            peek();
            int start = at;
            while (at < text.length() && "[](),\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at).strip();
        }

        private String quoted() throws NotWkt {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                throw new NotWkt();
            }
            String inside = text.substring(at + 1, end);
            at = end + 1;
            return inside;
        }

        private static boolean isOpen(char c) {
            return c == '[' || c == '(';
        }

        private static boolean isClose(char c) {
            return c == ']' || c == ')';
        }
    }
}
