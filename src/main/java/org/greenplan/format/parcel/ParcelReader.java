package org.greenplan.format.parcel;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.format.FormatReader;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.text.TextEncoding;
import org.greenplan.problem.Words;

/** Reads parcel TXT (报批坐标) tolerantly, as it is found in the wild; what deviates is noted with the parcel. */
public final class ParcelReader implements FormatReader {
    private static final int SAMPLE = 8192;
    private static final Pattern PARCEL_LINE =
            Pattern.compile("(?m)^[^\\r\\n@,\uFF0C]*[,\uFF0C][^\\r\\n@\uFF20]*[@\uFF20]");

    @Override
    public String id() {
        return "parcel";
    }

    @Override
    public List<SourceFile> claims(SourceFiles files) {
        return files.files().stream().filter(ParcelReader::claims).toList();
    }

    private static boolean claims(SourceFile file) {
        boolean named = file.extension().equals("txt") || file.extension().isEmpty();
        String text = TextEncoding.beginning(file, SAMPLE);
        boolean titled = text.contains("地块坐标") || text.contains("属性描述");
        if (!titled) {
            byte[] head = file.head(SAMPLE);
            boolean utf16 = head.length > 1 && (head[0] == (byte) 0xFF || head[0] == (byte) 0xFE);
            String national = new String(head, utf16 ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
            titled = national.contains("地块坐标") || national.contains("属性描述");
        }
        return titled || (named && PARCEL_LINE.matcher(text).find());
    }

    @Override
    public List<SourceLayer> open(SourceFiles files, ReadOptions options) {
        List<SourceLayer> layers = new ArrayList<>();
        for (SourceFile file : claims(files)) {
            layers.add(layer(file, options));
        }
        return layers;
    }

    private static SourceLayer layer(SourceFile file, ReadOptions options) {
        TextEncoding encoding = TextEncoding.of(file, options.encoding());
        ParcelScan scan = new ParcelScan(file, encoding);
        int[] most = {ParcelRow.NAMED};
        long count = scan.each(row -> most[0] = Math.max(most[0], row.texts().size()));
        List<Words> findings = new ArrayList<>(List.of(encoding.why()));
        findings.addAll(scan.findings());
        var crs = scan.header().crs(scan.firstNumbers());
        if (crs.isEmpty()) {
            findings.add(Words.of("文件没有写明坐标系。", "The file does not say its coordinate system."));
        }
        return new ParcelLayer(file, encoding, fields(most[0]), crs, count, findings);
    }

    private static List<SourceField> fields(int count) {
        List<SourceField> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            AttributeType type = i == 0 ? AttributeType.INTEGER : i == 1 ? AttributeType.REAL : AttributeType.TEXT;
            fields.add(new SourceField(ParcelRow.name(i), type));
        }
        return fields;
    }
}
