package org.greenplan.html;

import java.util.List;

/**
 * A piece of a page. Text becomes markup only through {@link #text} and {@link #el}, which escape it, so a name typed by a planner can
 * never become an element.
 */
public record Markup(String html) {
    public static final Markup NOTHING = new Markup("");

    /** Text, escaped. */
    public static Markup text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c < 0x20 && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
        return new Markup(out.toString());
    }

    /** Names and values of an element's attributes, in their order. */
    public record Attributes(List<String> pairs) {
        public Attributes {
            pairs = List.copyOf(pairs);
            if (pairs.size() % 2 != 0) {
                throw new IllegalArgumentException("an attribute without a value: " + pairs);
            }
        }
    }

    /** Attributes: a name, its value, a name, its value. A value is any text; it is escaped. */
    public static Attributes at(String... pairs) {
        return new Attributes(List.of(pairs));
    }

    /**
     * An element.
     *
     * @param name of the element, with its classes after points: {@code td.num}
     * @param content markup as it is, anything else as escaped text
     */
    public static Markup el(String name, Object... content) {
        return el(name, at(), content);
    }

    /** An element with attributes. */
    public static Markup el(String name, Attributes attributes, Object... content) {
        if (!name.matches("[A-Za-z0-9]+(\\.[\\w-]+)*")) {
            throw new IllegalArgumentException("no name of an element: " + name);
        }
        int dot = name.indexOf('.');
        String tag = dot < 0 ? name : name.substring(0, dot);
        StringBuilder out = new StringBuilder("<").append(tag);
        if (dot >= 0) {
            attribute(out, "class", name.substring(dot + 1).replace('.', ' '));
        }
        for (int i = 0; i < attributes.pairs.size(); i += 2) {
            attribute(out, attributes.pairs.get(i), attributes.pairs.get(i + 1));
        }
        out.append('>').append(all(content).html());
        return new Markup(
                isVoid(tag)
                        ? out.toString()
                        : out.append("</").append(tag).append('>').toString());
    }

    /** Pieces one after the other. */
    public static Markup all(Object... content) {
        StringBuilder out = new StringBuilder();
        for (Object piece : content) {
            if (piece instanceof Iterable<?> pieces) {
                pieces.forEach(p -> out.append(all(p).html()));
            } else {
                out.append(
                        piece instanceof Markup markup
                                ? markup.html()
                                : text(piece.toString()).html());
            }
        }
        return new Markup(out.toString());
    }

    /** HTML's elements without an end; those of SVG are not among them, an open {@code rect} would swallow what follows. */
    private static boolean isVoid(String tag) {
        return tag.equals("meta") || tag.equals("link") || tag.equals("br") || tag.equals("input");
    }

    private static void attribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name).append("=\"").append(text(value).html()).append('"');
    }
}
