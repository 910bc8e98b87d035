package org.greenplan.format.dxf.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.dxf.DxfGroups;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a drawing's texts and why: UTF-8 since AutoCAD 2007, before that the code page its header names. Programs
 * that name one and write the other are many, so the texts have the last word.
 */
record DxfEncoding(Charset charset, Words reason) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Map<String, String> CODE_PAGES = Map.of(
            "ANSI_936",
            "GB18030",
            "GB2312",
            "GB18030",
            "ANSI_950",
            "Big5",
            "ANSI_932",
            "windows-31j",
            "ANSI_1252",
            "windows-1252",
            "ANSI_1251",
            "windows-1251",
            "UTF-8",
            "UTF-8");
    /** So many lines that are not plain ASCII decide. */
    private static final int LINES_LOOKED_AT = 20_000;

    static DxfEncoding of(SourceFile file, ReadOptions options) {
        if (options.encoding() != null) {
            String name = options.encoding().name();
            return new DxfEncoding(
                    options.encoding(), Words.of("编码:按选择用 " + name + "。", "Encoding: " + name + ", as chosen."));
        }
        String version = "";
        String page = "";
        boolean foreign = false;
        boolean utf8 = true;
        boolean gbk = true;
        try (var groups = new DxfGroups(file)) {
            String variable = "";
            int looked = 0;
            while (looked < LINES_LOOKED_AT && groups.next()) {
                if (groups.code() == 9) {
                    variable = ascii(groups);
                } else if (variable.equals("$ACADVER")) {
                    version = ascii(groups);
                    variable = "";
                } else if (variable.equals("$DWGCODEPAGE")) {
                    page = ascii(groups).toUpperCase(Locale.ROOT);
                    variable = "";
                }
                if (!isAscii(groups)) {
                    foreign = true;
                    looked++;
                    utf8 = utf8 && decodes(groups, StandardCharsets.UTF_8);
                    gbk = gbk && decodes(groups, GB18030);
                }
            }
        }
        return decided(version, page, foreign, utf8, gbk);
    }

    private static DxfEncoding decided(String version, String page, boolean foreign, boolean utf8, boolean gbk) {
        Charset declared = declared(version, page);
        String says = (version.isEmpty() ? "?" : version) + ", " + (page.isEmpty() ? "?" : page);
        if (!foreign) {
            return because(declared == null ? StandardCharsets.UTF_8 : declared, says, false);
        }
        if (declared == null || declared.name().equals("windows-1252")) {
            Charset found = utf8 ? StandardCharsets.UTF_8 : gbk ? GB18030 : Charset.forName("windows-1252");
            return because(found, says, !found.equals(declared));
        }
        if (declared.equals(StandardCharsets.UTF_8) && !utf8) {
            return because(GB18030, says, true);
        }
        if (declared.equals(GB18030) && !gbk && utf8) {
            return because(StandardCharsets.UTF_8, says, true);
        }
        return because(declared, says, false);
    }

    private static @Nullable Charset declared(String version, String page) {
        if (version.compareTo("AC1021") >= 0) {
            return StandardCharsets.UTF_8;
        }
        String name = CODE_PAGES.get(page);
        return name == null ? null : Charset.forName(name);
    }

    private static DxfEncoding because(Charset charset, String says, boolean against) {
        String name = charset.name();
        Words words = against
                ? Words.of(
                        "编码:文件头为 " + says + ",但文字是 " + name + ",按 " + name + " 读。",
                        "Encoding: the header says " + says + ", but the texts are " + name + " and are read so.")
                : Words.of("编码:" + name + "(" + says + ")。", "Encoding: " + name + " (" + says + ").");
        return new DxfEncoding(charset, words);
    }

    private static String ascii(DxfGroups groups) {
        return new String(groups.bytes(), 0, Math.min(groups.length(), 40), StandardCharsets.ISO_8859_1).strip();
    }

    private static boolean isAscii(DxfGroups groups) {
        byte[] bytes = groups.bytes();
        for (int i = 0; i < groups.length(); i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean decodes(DxfGroups groups, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(groups.bytes(), 0, groups.length()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
