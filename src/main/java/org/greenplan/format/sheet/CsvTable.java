package org.greenplan.format.sheet;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.format.SourceFile;
import org.greenplan.format.text.CsvText;
import org.greenplan.format.text.TextEncoding;
import org.jspecify.annotations.Nullable;

/** A CSV file (RFC 4180) with commas, semicolons or tabs, whichever its first line has most of. */
record CsvTable(SourceFile file, TextEncoding encoding) implements SheetTable {
    private static final int LONGEST_CELL = 8_000_000;
    private static final int MOST_CELLS = 2_000;
    private static final int SAMPLE = 20_000;

    @Override
    public String name() {
        return file.stem();
    }

    @Override
    public void each(Sink to) {
        try (Reader text = encoding.open(file)) {
            new Run(text, delimiter()).rows(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private char delimiter() throws IOException {
        int[] counts = new int[128];
        boolean quoted = false;
        try (Reader text = encoding.open(file)) {
            int seen = 0;
            for (int c = text.read(); c >= 0 && seen < SAMPLE; c = text.read(), seen++) {
                quoted ^= c == '"';
                if (!quoted && (c == '\n' || c == '\r') && counts[','] + counts[';'] + counts['\t'] > 0) {
                    break;
                }
                if (!quoted && c < 128) {
                    counts[c]++;
                }
            }
        }
        char best = counts[';'] > counts[','] ? ';' : ',';
        return counts['\t'] > counts[best] ? '\t' : best;
    }

    private final class Run {
        private final Reader text;
        private final char delimiter;
        private final StringBuilder cell = new StringBuilder();
        private List<@Nullable Object> cells = new ArrayList<>();
        private long number = 1;
        private boolean quoted;
        private boolean wasQuoted;

        Run(Reader text, char delimiter) {
            this.text = text;
            this.delimiter = delimiter;
        }

        void rows(Sink to) throws IOException {
            int next = text.read();
            while (next >= 0) {
                int c = next;
                next = text.read();
                if (quoted) {
                    if (c != '"') {
                        put((char) c);
                    } else if (next == '"') {
                        put('"');
                        next = text.read();
                    } else {
                        quoted = false;
                    }
                } else if (c == '"' && cell.toString().isBlank()) {
                    cell.setLength(0);
                    quoted = true;
                    wasQuoted = true;
                } else if (c == delimiter) {
                    endCell();
                } else if (c == '\n' || c == '\r') {
                    next = c == '\r' && next == '\n' ? text.read() : next;
                    if (!endRow(to)) {
                        return;
                    }
                } else {
                    put((char) c);
                }
            }
            if (quoted) {
                throw file.broken(number, "引号没有闭合，文件可能被截断。", "a quote is never closed; the file may be cut short.");
            }
            if (!cells.isEmpty() || cell.length() > 0) {
                endRow(to);
            }
        }

        private void put(char c) {
            if (cell.length() >= LONGEST_CELL) {
                throw file.broken(number, "单元格过长。", "a cell is too long.");
            }
            cell.append(c);
        }

        private void endCell() {
            if (cells.size() >= MOST_CELLS) {
                throw file.broken(number, "列数超过 " + MOST_CELLS + "。", "more than " + MOST_CELLS + " columns.");
            }
            String whole = wasQuoted ? cell.toString() : cell.toString().strip();
            cells.add(whole.isEmpty() ? null : CsvText.asMeant(whole));
            cell.setLength(0);
            wasQuoted = false;
        }

        private boolean endRow(Sink to) {
            endCell();
            List<@Nullable Object> row = cells;
            cells = new ArrayList<>();
            return to.row(number++, row);
        }
    }
}
