package org.greenplan.cql2;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** Cuts the text of a filter into words, signs and literals. */
final class Tokens {
    private static final String DIGITS = "0123456789";
    private static final List<String> LONG_SIGNS = List.of("<>", "<=", ">=", "!=", "||", "==");

    private final String text;
    private int at;
    private int counted;
    private int countedPlace = 1;

    private Tokens(String text) {
        this.text = text;
    }

    /** All tokens, the last of them END. */
    static List<Token> of(String text) {
        if (text.length() > Limits.LENGTH) {
            throw Refusal.tooLarge(
                    "超过 " + Limits.LENGTH + " 个字符。", "it is longer than " + Limits.LENGTH + " characters.");
        }
        Tokens cutter = new Tokens(text);
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(cutter.next());
        } while (tokens.get(tokens.size() - 1).kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", "", place(at));
        }
        char first = text.charAt(at);
        if (first == '\'') {
            return literal();
        }
        if (first == '"') {
            return name();
        }
        if (isDigit(at) || (first == '.' && isDigit(at + 1))) {
            return number();
        }
        if (startsWord(text.codePointAt(at))) {
            int from = at;
            while (at < text.length() && continuesWord(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            return token(Token.Kind.WORD, text.substring(from, at), from);
        }
        return sign();
    }

    /**
     * Text in single quotes. A quote inside is doubled; a backslash before a quote that stands before a letter or a digit does the same,
     * and any other backslash is only itself, so that every text can be written.
     */
    private Token literal() {
        int from = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean quoteNext = at + 1 < text.length() && text.charAt(at + 1) == '\'';
            if (c == '\'' && !quoteNext) {
                at++;
                return token(Token.Kind.TEXT, checked(content.toString(), from), from);
            }
            boolean escaped = c == '\''
                    || (c == '\\'
                            && quoteNext
                            && at + 2 < text.length()
                            && Character.isLetterOrDigit(text.codePointAt(at + 2)));
            content.append(escaped ? '\'' : c);
            at += escaped ? 2 : 1;
        }
        throw open(from, "'");
    }

    private Token name() {
        int from = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean doubled = c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
            if (c == '"' && !doubled) {
                at++;
                return token(Token.Kind.QUOTED_NAME, content.toString(), from);
            }
            content.append(c);
            at += doubled ? 2 : 1;
        }
        throw open(from, "\"");
    }

    private Token number() {
        int from = at;
        skipDigits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            skipDigits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
            if (isDigit(at + 1 + sign)) {
                at += 1 + sign;
                skipDigits();
            }
        }
        return token(Token.Kind.NUMBER, text.substring(from, at), from);
    }

    private Token sign() {
        int from = at;
        String sign = text.substring(at, at + Character.charCount(text.codePointAt(at)));
        for (String two : LONG_SIGNS) {
            if (text.startsWith(two, at)) {
                sign = two;
            }
        }
        at += sign.length();
        return token(Token.Kind.SIGN, sign, from);
    }

    private Token token(Token.Kind kind, String content, int from) {
        return new Token(kind, content, text.substring(from, at), place(from));
    }

    private String checked(String content, int from) {
        return Literals.text(content, () -> place(from));
    }

    private Problem.BadRequest open(int from, String quote) {
        String rest = text.substring(from);
        return Refusal.at(
                place(from),
                rest,
                Words.of("以 " + quote + " 结束的文字", "text that ends with " + quote + " (a quote inside is doubled)"));
    }

    /** Characters, not halves of them, counted from 1; counting goes on where it stopped, for texts may be long. */
    private int place(int index) {
        if (index < counted) {
            return text.codePointCount(0, index) + 1;
        }
        countedPlace += text.codePointCount(counted, index);
        counted = index;
        return countedPlace;
    }

    private void skipDigits() {
        while (isDigit(at)) {
            at++;
        }
    }

    private boolean isDigit(int index) {
        return index < text.length() && DIGITS.indexOf(text.charAt(index)) >= 0;
    }

    private static boolean startsWord(int c) {
        return Character.isLetter(c) || c == '_' || c == ':';
    }

    private static boolean continuesWord(int c) {
        return startsWord(c) || Character.isDigit(c) || c == '.';
    }
}
