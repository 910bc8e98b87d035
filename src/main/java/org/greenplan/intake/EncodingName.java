package org.greenplan.intake;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** The encodings that a planner may name for a file's texts. */
public final class EncodingName {
    private EncodingName() {}

    public static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Problem.Invalid(
                    Words.of(
                            "编码“" + name + "”不可用。常用：UTF-8、GB18030、GBK。",
                            "There is no encoding \"" + name + "\". Use UTF-8, GB18030 or GBK."),
                    "encoding");
        }
    }
}
