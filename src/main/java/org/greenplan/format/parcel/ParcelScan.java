package org.greenplan.format.parcel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.greenplan.format.SourceFile;
import org.greenplan.format.text.TextEncoding;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** Goes once through a parcel file: header lines, then for each parcel its line (the one with the {@code @}) and its vertices. */
final class ParcelScan {
    private static final int MOST_HEADER_LINES = 200;
    private static final int MOST_FIELDS = 60;
    private static final int MOST_VERTICES = 1_000_000;
    private static final int MOST_FINDINGS = 20;
    private static final int SHOWN = 60;

    private final SourceFile file;
    private final TextEncoding encoding;
    private final Map<String, String> header = new LinkedHashMap<>();
    private double[] firstNumbers = {0, 0};
    private boolean anyVertex;
    private long parcels;
    private long line;
    private final List<Words> findings = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private boolean inPoints;
    private @Nullable ParcelRow parcel;

    ParcelScan(SourceFile file, TextEncoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /** The header, once the file has been read. */
    ParcelHeader header() {
        return new ParcelHeader(header, others);
    }

    /** Lines that were passed over or read another way than they are written, once the file has been read. */
    List<Words> findings() {
        return List.copyOf(findings);
    }

    /** Northing and easting of the first vertex as they stand there, once the file has been read. */
    double[] firstNumbers() {
        return firstNumbers.clone();
    }

    /** Every parcel in the file's order; gives their number. */
    long each(Consumer<ParcelRow> to) {
        try (ParcelLines lines = new ParcelLines(encoding.open(file))) {
            for (String text = lines.next(); text != null; text = lines.next()) {
                line = lines.number();
                if (lines.isTooLong()) {
                    throw broken("这一行过长,不是界址点文件。", "this line is too long for a file of boundary points.");
                }
                take(text, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        end(to);
        if (parcels == 0) {
            throw file.broken(
                    "没有地块。每个地块应有一行以 @ 结尾,随后是界址点。",
                    "there is no parcel. Each has a line that ends with @, then its boundary points.");
        }
        return parcels;
    }

    private void take(String text, Consumer<ParcelRow> to) {
        if (text.isEmpty()) {
            return;
        }
        if (text.startsWith("[")) {
            // Sections that other programs add hold no boundary points.
            end(to);
            inPoints = ParcelLines.isOfPoints(text);
            return;
        }
        int at = ParcelLines.mark(text);
        boolean named = parcel == null && ParcelLines.equals(text) > 0 && text.indexOf(',') < 0;
        if (at >= 0 && !named) {
            begin(fields(text.substring(0, at), true), to);
            return;
        }
        List<String> words = ParcelRow.mayBeLine(text) ? fields(text, true) : List.of();
        if ((parcel != null || inPoints) && ParcelRow.isLine(words)) {
            finding(
                    "第 " + line + " 行没有 @,已按地块行读取。",
                    "Line " + line + " has no @ and was read as the line of a parcel.");
            begin(words, to);
        } else if (parcel != null) {
            inside(parcel, text);
        } else if (ParcelLines.equals(text) > 0 && header.size() < MOST_HEADER_LINES) {
            int equals = ParcelLines.equals(text);
            header.put(
                    ParcelLines.plain(text.substring(0, equals)).replaceAll("\\s", ""),
                    text.substring(equals + 1).strip());
        } else {
            passedOver(text);
        }
    }

    private void begin(List<String> words, Consumer<ParcelRow> to) {
        end(to);
        parcel = new ParcelRow(++parcels, line, words);
    }

    /** A boundary point of the parcel, or words that somebody wrote among them. */
    private void inside(ParcelRow of, String text) {
        List<String> fields = fields(text, false);
        if (ParcelLines.isPoint(fields)) {
            vertex(of, fields);
        } else {
            passedOver(text);
        }
    }

    private void passedOver(String text) {
        finding(
                "第 " + line + " 行“" + shown(text) + "”既不是“名称=值”,也不是地块或界址点,已略过。",
                "Line " + line + ", \"" + shown(text)
                        + "\", is neither name=value nor a parcel nor a boundary point and was passed over.");
        if (others.size() < MOST_HEADER_LINES) {
            others.add(text);
        }
    }

    private void finding(String zh, String en) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(Words.of(zh, en));
        }
    }

    private void end(Consumer<ParcelRow> to) {
        if (parcel != null) {
            to.accept(parcel);
            parcel = null;
        }
    }

    /** Point, ring, northing, easting; or point, northing, easting; or the two numbers alone. */
    private void vertex(ParcelRow of, List<String> fields) {
        int numbers = fields.size() >= 4 ? 2 : fields.size() - 2;
        if (numbers < 0) {
            throw broken("界址点行应为“点号,圈号,X,Y”。", "a boundary point is \"point,ring,X,Y\".");
        }
        double north = number(fields.get(numbers));
        double east = number(fields.get(numbers + 1));
        if (!anyVertex) {
            anyVertex = true;
            firstNumbers = new double[] {north, east};
        }
        if (of.outline().vertices() >= MOST_VERTICES) {
            throw broken(
                    "一个地块超过 " + MOST_VERTICES + " 个界址点。请拆分。",
                    "a parcel of more than " + MOST_VERTICES + " boundary points. Split it.");
        }
        of.outline().vertex(numbers == 0 ? "" : fields.get(0), numbers == 2 ? fields.get(1) : "1", east, north);
    }

    private double number(String text) {
        try {
            double value = text.length() <= 40 ? Double.parseDouble(ParcelLines.plain(text)) : Double.NaN;
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below in the planner's words.
        }
        throw broken("“" + shown(text) + "”不是坐标。", "\"" + shown(text) + "\" is no coordinate.");
    }

    /** Parts between commas; full-width commas, tabs and blanks part the numbers of a vertex too. */
    private List<String> fields(String text, boolean words) {
        List<String> fields = new ArrayList<>();
        boolean commas = text.indexOf(',') >= 0;
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean loose =
                    c == '\uFF0C' || c == ';' || c == '\uFF1B' || c == '\u3001' || c == '\t' || (c == ' ' && !words);
            if (c == ',' || (loose && (!commas || !words))) {
                add(fields, part, c == ' ' || c == '\t');
            } else {
                part.append(c);
            }
        }
        add(fields, part, true);
        if (fields.size() > MOST_FIELDS) {
            throw broken("这一行的逗号过多。", "this line has too many commas.");
        }
        return fields;
    }

    /** Blanks around a comma part nothing. */
    private static void add(List<String> fields, StringBuilder part, boolean onlyIfSomething) {
        String text = part.toString().strip();
        part.setLength(0);
        if (!text.isEmpty() || !onlyIfSomething) {
            fields.add(text);
        }
    }

    private org.greenplan.problem.Problem.Invalid broken(String zh, String en) {
        return file.broken("第 " + line + " 行:" + zh, "line " + line + ": " + en);
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
