package org.greenplan.cql2;

import java.util.List;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** The tokens of a filter's text, read one after the other. */
final class Cursor {
    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token here() {
        return tokens.get(at);
    }

    /** The token after this one; at the end there is only the end. */
    Token next() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    /** This token; reading goes on behind it. */
    Token take() {
        return tokens.get(at++);
    }

    /** Takes the sign if it stands here. */
    boolean takeSign(String sign) {
        boolean there = here().is(sign);
        at += there ? 1 : 0;
        return there;
    }

    /** Takes the word if it stands here. */
    boolean takeWord(String word) {
        boolean there = here().isWord(word);
        at += there ? 1 : 0;
        return there;
    }

    void expectSign(String sign) {
        if (!takeSign(sign)) {
            throw wrong(Words.of("“" + sign + "”", "\"" + sign + "\""));
        }
    }

    void expectWord(String word) {
        if (!takeWord(word)) {
            throw wrong(Words.of(word, word));
        }
    }

    Token expect(Token.Kind kind, Words expected) {
        if (here().kind() != kind) {
            throw wrong(expected);
        }
        return kind == Token.Kind.END ? here() : take();
    }

    /** What stands here cannot stand here. */
    Problem.BadRequest wrong(Words expected) {
        return Refusal.at(here().place(), here().written(), expected);
    }
}
