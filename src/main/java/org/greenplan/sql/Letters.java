package org.greenplan.sql;

import java.text.Normalizer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Letters and the letters they are taken for when capitals or accents do not matter. Both stores use these lists, so that no
 * database's language settings can make them answer differently. Latin with pinyin, Greek, Cyrillic, and full-width Latin.
 *
 * @param from one letter after the other
 * @param to their partners in the same order
 */
record Letters(String from, String to) {
    /** Accents that follow their letter as characters of their own. */
    static final String MARKS = text(IntStream.range(0x300, 0x370));

    /** Capitals to small letters beyond A to Z. */
    static final Letters CASE = of(Character::toLowerCase);

    static final Letters ACCENTS = of(Letters::bare);

    private static Letters of(IntUnaryOperator partner) {
        int[] changed = Stream.of(
                        IntStream.range(0xC0, 0x250),
                        IntStream.range(0x370, 0x530),
                        IntStream.range(0x1E00, 0x1F00),
                        IntStream.range(0xFF21, 0xFF3B))
                .flatMapToInt(range -> range)
                .filter(c -> Character.isLetter(c) && partner.applyAsInt(c) != c)
                .toArray();
        return new Letters(
                text(IntStream.of(changed)), text(IntStream.of(changed).map(partner)));
    }

    /** The text with every letter that has a partner replaced by it. */
    String replaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = c < 0xC0 ? -1 : from.indexOf(c);
            out.append(at < 0 ? c : to.charAt(at));
        }
        return out.toString();
    }

    /** The letter under its accents, where it is a letter with accents. */
    private static int bare(int c) {
        String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        boolean marked = apart.length() > 1 && apart.chars().skip(1).allMatch(m -> MARKS.indexOf(m) >= 0);
        return marked ? apart.charAt(0) : c;
    }

    private static String text(IntStream characters) {
        return characters
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
