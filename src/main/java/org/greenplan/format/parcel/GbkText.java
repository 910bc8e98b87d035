package org.greenplan.format.parcel;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.function.Consumer;
import org.greenplan.problem.Words;

/** Texts as they may stand in a GBK file whose parts are told by commas and {@code @}. */
final class GbkText {
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
        if (lost && ++replaced <= 20) {
            notes.accept(Words.of(
                    "“" + text + "”含有 GBK 以外的字,已写作“" + plain + "”。",
                    "\"" + text + "\" has characters that GBK lacks; it was written as \"" + plain + "\"."));
        }
        return plain.toString();
    }
}
