package org.greenplan.format.dxf.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.dxf.DxfGroups;
import org.greenplan.format.text.TextTrial;
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
            "GBK",
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
    private static final Set<Charset> TRIED = Set.of(
            StandardCharsets.UTF_8,
            GB18030,
            Charset.forName("Big5"),
            Charset.forName("windows-31j"),
            Charset.forName("windows-1252"),
            Charset.forName("windows-1251"));
    /** So many lines that are not plain ASCII decide. */
    private static final int LINES_LOOKED_AT = 20_000;

    static DxfEncoding of(SourceFile file, ReadOptions options) {
        if (options.encoding() != null) {
            String name = options.encoding().name();
            return new DxfEncoding(
                    options.encoding(), Words.of("编码：按选择用 " + name + "。", "Encoding: " + name + ", as chosen."));
        }
        String version = "";
        String page = "";
        var trial = new TextTrial(TRIED);
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
                    looked++;
                    trial.see(groups.bytes(), 0, groups.length(), false);
                }
            }
        }
        return decided(version, page, trial);
    }

    /** Three-byte UTF-8 is nothing else by chance; short of that a code page is believed as long as every text can be it. */
    private static DxfEncoding decided(String version, String page, TextTrial trial) {
        Charset declared = declared(version, page);
        String says = (version.isEmpty() ? "?" : version) + ", " + (page.isEmpty() ? "?" : page);
        if (trial.isAscii()) {
            return because(declared == null ? StandardCharsets.UTF_8 : declared, says, false);
        }
        boolean believed = declared != null
                && !declared.name().startsWith("windows-125")
                && trial.fits(declared)
                && !trial.isSurelyUtf8();
        Charset found = declared != null && believed ? declared : byTheBytes(trial, declared);
        return because(found, says, !found.equals(declared));
    }

    private static Charset byTheBytes(TextTrial trial, @Nullable Charset declared) {
        boolean chinese = declared != null && !declared.name().startsWith("windows-125") && trial.fits(GB18030);
        if (trial.isSurelyUtf8() || (trial.fits(StandardCharsets.UTF_8) && !chinese)) {
            return StandardCharsets.UTF_8;
        }
        if (trial.fits(GB18030)) {
            return GB18030;
        }
        return declared == null || declared.equals(StandardCharsets.UTF_8) ? Charset.forName("windows-1252") : declared;
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
                        "编码：文件头为 " + says + "，但文字是 " + name + "，按 " + name + " 读。",
                        "Encoding: the header says " + says + ", but the texts are " + name + " and are read so.")
                : Words.of("编码：" + name + "(" + says + ")。", "Encoding: " + name + " (" + says + ").");
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
}
