package org.greenplan.format.parcel;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.function.Consumer;
import org.greenplan.problem.Words;

/** Texts as they may stand in a GBK file whose parts are told by commas and {@code @}. */
final class GbkText {
    private static final int MOST_NOTES = 20;

    private final CharsetEncoder gbk = Charset.forName("GBK").newEncoder();
    private final Consumer<Words> notes;
    private long replaced;

    GbkText(Consumer<Words> notes) {
        this.notes = notes;
    }

    /** The text without line breaks, with full-width commas, and {@code ?} for what GBK does not have. */
    String plain(String text) {
        StringBuilder plain = new StringBuilder();
        boolean lost = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String one = Character.toString(text.codePointAt(i));
            switch (one) {
                case "," -> plain.append('\uFF0C');
                case "@" -> plain.append('\uFF20');
                case "\r", "\n", "\t" -> plain.append(' ');
                default -> {
                    boolean known = gbk.canEncode(one);
                    plain.append(known ? one : "?");
                    lost |= !known;
                }
            }
        }
        String written = plain.toString();
        if (!written.equals(text) && ++replaced <= MOST_NOTES) {
            notes.accept(Words.of(
                    "“" + text + "”含有" + (lost ? " GBK 以外的字" : "逗号、@ 或换行") + "，已写作“" + written + "”。",
                    "\"" + text + "\" has " + (lost ? "characters that GBK lacks" : "commas, @ or line breaks")
                            + "; it was written as \"" + written + "\"."));
        }
        return written;
    }
}
