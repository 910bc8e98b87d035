package org.greenplan.format.shapefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.FormatReader;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** Reads shapefiles: the .shp alone if need be, with .dbf, .shx, .prj and .cpg where they are there. */
public final class ShapefileReader implements FormatReader {
    static final String ID = "shapefile";

    private static final int MAGIC = 9994;
    private static final int VERSION = 1000;
    private static final int LONGEST_PRJ = 1 << 16;
    private static final Set<String> COMPANIONS = Set.of(
            "shp", "shx", "dbf", "prj", "cpg", "sbn", "sbx", "qix", "qpj", "fbn", "fbx", "ain", "aih", "ixs", "mxs",
            "atx", "idm", "ind", "qmd", "cst", "dbt", "fpt");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<SourceFile> claims(SourceFiles files) {
        List<SourceFile> shapes = shapes(files);
        Set<SourceFile> claimed = new LinkedHashSet<>(shapes);
        for (SourceFile shp : shapes) {
            String stem = shp.stem().toLowerCase(Locale.ROOT);
            for (SourceFile file : files.files()) {
                boolean sameName = file.stem().toLowerCase(Locale.ROOT).equals(stem);
                if ((sameName && COMPANIONS.contains(file.extension()))
                        || file.name().toLowerCase(Locale.ROOT).equals(stem + ".shp.xml")) {
                    claimed.add(file);
                }
            }
        }
        if (shapes.isEmpty()) {
            claimed.addAll(files.withExtension("shx", "dbf"));
        }
        return List.copyOf(claimed);
    }

    @Override
    public List<SourceLayer> open(SourceFiles files, ReadOptions options) {
        List<SourceFile> shapes = shapes(files);
        if (shapes.isEmpty()) {
            throw withoutShapes(files);
        }
        List<SourceLayer> layers = new ArrayList<>();
        for (SourceFile shp : shapes) {
            try {
                layers.add(layer(shp, files, options));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return layers;
    }

    private static List<SourceFile> shapes(SourceFiles files) {
        return files.files().stream()
                .filter(f -> !f.extension().equals("shx"))
                .filter(ShapefileReader::isShp)
                .toList();
    }

    private static boolean isShp(SourceFile file) {
        byte[] head = file.head(32);
        if (head.length < 4 || ByteBuffer.wrap(head).getInt(0) != MAGIC) {
            return false;
        }
        return head.length < 32
                ? file.extension().equals("shp")
                : ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(28) == VERSION
                        || file.extension().equals("shp");
    }

    private static SourceLayer layer(SourceFile shp, SourceFiles files, ReadOptions options) throws IOException {
        List<Words> findings = new ArrayList<>();
        if (!shp.extension().equals("shp")) {
            findings.add(Words.of(
                    "扩展名是 ." + shp.extension() + "，内容是 Shapefile 图形，按此读取。",
                    "The extension is ." + shp.extension()
                            + ", but the content is that of a .shp; it was read as such."));
        }
        SourceFile index = files.beside(shp, "shx").orElse(null);
        ShpFile shapes = ShpFile.open(shp, index, findings);
        Optional<SourceFile> dbf = files.beside(shp, "dbf");
        if (dbf.isEmpty()) {
            findings.add(Words.of("没有 .dbf 属性表，只读取图形。", "There is no .dbf; shapes have no attributes."));
            OptionalLong count =
                    shapes.index() == null ? OptionalLong.empty() : OptionalLong.of(ShxIndex.count(shapes.index()));
            return new ShapefileLayer(shapes, null, crs(shp, files, findings), count, findings);
        }
        DbfHeader header = DbfHeader.read(dbf.get());
        String cpg = files.beside(shp, "cpg")
                .map(ShapefileReader::firstLine)
                .filter(l -> !l.isEmpty())
                .orElse(null);
        DbfTable table = DbfTable.open(header, new TableEncoding.Claims(options.encoding(), cpg, header.languageId()));
        findings.addAll(table.findings());
        if (shapes.index() != null && ShxIndex.count(shapes.index()) != header.rows()) {
            findings.add(Words.of(
                    "图形有 " + ShxIndex.count(shapes.index()) + " 个，属性有 " + header.rows() + " 条，数目不一致，按顺序对应。",
                    "There are " + ShxIndex.count(shapes.index()) + " shapes but " + header.rows()
                            + " rows of attributes; they were matched in their order."));
        }
        OptionalLong count = OptionalLong.of(header.rows() - table.deleted());
        return new ShapefileLayer(shapes, table, crs(shp, files, findings), count, findings);
    }

    private static Optional<DeclaredCrs> crs(SourceFile shp, SourceFiles files, List<Words> findings) {
        Optional<SourceFile> prj = files.beside(shp, "prj");
        String text = prj.map(p -> new String(p.head(LONGEST_PRJ), StandardCharsets.UTF_8))
                .orElse("")
                .replace("\uFEFF", "")
                .strip();
        if (text.isEmpty()) {
            findings.add(Words.of("没有 .prj，坐标系未写明。", "There is no .prj: the coordinate system is not stated."));
            return Optional.empty();
        }
        return prj.map(p -> new DeclaredCrs(null, text, Words.of(p.name(), p.name())));
    }

    private static String firstLine(SourceFile file) {
        String text = new String(file.head(64), StandardCharsets.US_ASCII);
        return text.lines().findFirst().orElse("").replace("\0", "").strip();
    }

    private static Problem.Invalid withoutShapes(SourceFiles files) {
        String name = files.files().isEmpty() ? "?" : files.files().get(0).name();
        return ShapefileFault.of(
                name,
                "缺少同名的 .shp 图形文件。请把 .shp、.dbf、.prj 等一起上传。",
                "the .shp of the same name, with the shapes, is missing. Upload .shp, .dbf, .prj and the others together.");
    }
}
