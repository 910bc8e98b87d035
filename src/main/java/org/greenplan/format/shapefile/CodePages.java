package org.greenplan.format.shapefile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Encodings by the names and numbers that shapefiles call them. */
final class CodePages {
    static final Charset GBK = Charset.forName("GBK");
    static final Charset GB18030 = Charset.forName("GB18030");
    /** The language driver of dBASE for simplified Chinese. */
    static final int LDID_GBK = 0x4D;

    private static final Pattern NUMBER = Pattern.compile("(?:CP|ANSI|OEM|MS|WINDOWS|LDID)?[ _/-]*(\\d{3,5})");
    private static final Map<Integer, String> BY_LDID = Map.ofEntries(
            Map.entry(LDID_GBK, "GBK"),
            Map.entry(0x7A, "GBK"),
            Map.entry(0x4F, "x-windows-950"),
            Map.entry(0x78, "x-windows-950"),
            Map.entry(0x4E, "x-windows-949"),
            Map.entry(0x79, "x-windows-949"),
            Map.entry(0x13, "windows-31j"),
            Map.entry(0x7B, "windows-31j"),
            Map.entry(0x01, "IBM437"),
            Map.entry(0x02, "IBM850"),
            Map.entry(0x03, "windows-1252"),
            Map.entry(0x26, "IBM866"),
            Map.entry(0xC8, "windows-1250"),
            Map.entry(0xC9, "windows-1251"));
    private static final Map<String, String> BY_NUMBER = Map.of(
            "936",
            "GBK",
            "950",
            "x-windows-950",
            "949",
            "x-windows-949",
            "932",
            "windows-31j",
            "65001",
            "UTF-8",
            "54936",
            "GB18030",
            "28591",
            "ISO-8859-1",
            "88591",
            "ISO-8859-1",
            "20936",
            "GBK",
            "20127",
            "US-ASCII");

    private CodePages() {}

    /** What the byte in the head of a .dbf means; 0x57 ("the system's own") and 0 say nothing. */
    static Optional<Charset> ofLanguageId(int ldid) {
        return Optional.ofNullable(BY_LDID.get(ldid)).flatMap(CodePages::charset);
    }

    /** What the text of a .cpg means. */
    static Optional<Charset> ofText(String cpg) {
        String name = cpg.strip().toUpperCase(Locale.ROOT);
        if (name.replace("-", "").replace("_", "").equals("UTF8")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (name.equals("GB2312") || name.equals("EUC-CN") || name.equals("GB_2312-80")) {
            return Optional.of(GBK);
        }
        var number =
                NUMBER.matcher(name.replaceFirst("^ISO[ _-]*8859-?", "8859").replaceFirst("^ISO[ _-]*", ""));
        if (number.matches()) {
            String known = BY_NUMBER.get(number.group(1));
            return charset(known == null ? "windows-" + number.group(1) : known)
                    .or(() -> charset("IBM" + number.group(1)));
        }
        return charset(name);
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
