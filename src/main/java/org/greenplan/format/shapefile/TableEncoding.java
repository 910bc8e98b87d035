package org.greenplan.format.shapefile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.greenplan.format.text.TextTrial;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * In which encoding the texts of a table are, and why that was believed: the planner's word first; then what the .cpg says; then
 * the language byte of the .dbf; then UTF-8 if every text is exactly that; else GB18030. What the bytes cannot be is passed over.
 */
record TableEncoding(Charset charset, List<Words> findings) {
    TableEncoding {
        findings = List.copyOf(findings);
    }

    /**
     * What is said of the encoding before a text is looked at.
     *
     * @param chosen by the planner
     * @param cpg text of the .cpg file, or null where there is none
     */
    record Claims(@Nullable Charset chosen, @Nullable String cpg, int languageId) {
        Optional<Charset> ofCpg() {
            return Optional.ofNullable(cpg).flatMap(CodePages::ofText);
        }

        Optional<Charset> ofLanguageId() {
            return CodePages.ofLanguageId(languageId);
        }

        /** Every encoding that the texts have to be tried against. */
        Set<Charset> candidates() {
            Set<Charset> candidates = new LinkedHashSet<>();
            if (chosen != null) {
                candidates.add(chosen);
            }
            ofCpg().ifPresent(candidates::add);
            ofLanguageId().ifPresent(candidates::add);
            candidates.addAll(List.of(StandardCharsets.UTF_8, CodePages.GBK, CodePages.GB18030));
            return candidates;
        }
    }

    static TableEncoding of(Claims claims, TextTrial trial) {
        List<Words> findings = new ArrayList<>();
        Charset chosen = claims.chosen();
        if (chosen != null) {
            return new TableEncoding(chosen, List.of(byChoice(chosen, trial)));
        }
        Optional<Charset> byCpg = claims.ofCpg();
        String cpg = claims.cpg();
        if (cpg != null && byCpg.isEmpty()) {
            findings.add(Words.of(
                    ".cpg 所写的编码“" + cpg + "”不认识，未采用。",
                    "The .cpg names an encoding \"" + cpg + "\" that is not known here."));
        }
        if (trial.isAscii()) {
            return new TableEncoding(byCpg.or(claims::ofLanguageId).orElse(StandardCharsets.UTF_8), findings);
        }
        if (byCpg.isPresent() && believed(byCpg.get(), trial, findings, ".cpg")) {
            return new TableEncoding(byCpg.get(), findings);
        }
        Optional<Charset> byId = claims.ofLanguageId();
        String id = String.format(Locale.ROOT, "LDID 0x%02X", claims.languageId());
        if (byId.isPresent() && believed(byId.get(), trial, findings, id)) {
            return new TableEncoding(byId.get(), findings);
        }
        return byTheBytes(trial, findings);
    }

    private static boolean believed(Charset said, TextTrial trial, List<Words> findings, String where) {
        boolean western = said.newEncoder().maxBytesPerChar() == 1;
        boolean impossible = !trial.fits(said)
                || (!said.equals(StandardCharsets.UTF_8) && trial.isSurelyUtf8())
                || (western && trial.isPaired() && trial.fits(CodePages.GBK));
        findings.add(
                impossible
                        ? Words.of(
                                where + " 写的是 " + said.name() + "，但文字的字节不是该编码，未采用。",
                                "The " + where + " says " + said.name() + ", but the bytes of the texts are not that.")
                        : Words.of(
                                "文字编码：" + said.name() + "(据 " + where + ")。",
                                "Encoding of the texts: " + said.name() + " (by the " + where + ")."));
        return !impossible;
    }

    private static TableEncoding byTheBytes(TextTrial trial, List<Words> findings) {
        // A few Chinese characters in GBK may look like two-byte UTF-8; three-byte UTF-8 is nothing else.
        boolean utf8 = trial.isSurelyUtf8() || (trial.fits(StandardCharsets.UTF_8) && !trial.fits(CodePages.GBK));
        if (utf8) {
            findings.add(Words.of(
                    "文字编码：UTF-8（所有文字都符合 UTF-8）。", "Encoding of the texts: UTF-8 (every text is exactly that)."));
            return new TableEncoding(StandardCharsets.UTF_8, findings);
        }
        findings.add(
                trial.fits(CodePages.GB18030)
                        ? Words.of(
                                "文字编码：GB18030（未写明，且不是 UTF-8）。",
                                "Encoding of the texts: GB18030 (nothing else is said, and they are not UTF-8).")
                        : Words.of(
                                "文字编码不明，暂按 GB18030 读取，部分文字无法识别。请核对预览并选择编码。",
                                "The encoding of the texts is not clear; read as GB18030, some of them cannot be read."
                                        + " Look at the preview and choose the encoding."));
        return new TableEncoding(CodePages.GB18030, findings);
    }

    private static Words byChoice(Charset chosen, TextTrial trial) {
        return trial.isAscii() || trial.fits(chosen)
                ? Words.of(
                        "文字编码：" + chosen.name() + "（由您选定）。",
                        "Encoding of the texts: " + chosen.name() + " (your choice).")
                : Words.of(
                        "文字编码：" + chosen.name() + "（由您选定），但部分文字不符合该编码。请核对预览。",
                        "Encoding of the texts: " + chosen.name()
                                + " (your choice), but some of them are not that. Look at the preview.");
    }
}
