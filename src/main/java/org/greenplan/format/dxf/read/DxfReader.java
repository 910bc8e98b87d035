package org.greenplan.format.dxf.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.greenplan.format.FormatReader;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.dxf.DxfGroups;
import org.greenplan.format.dxf.DxfMark;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** Reads drawings: text DXF of AutoCAD R12 and everything since, one source layer for each CAD layer. */
public final class DxfReader implements FormatReader {
    /** The name of the format on the command line and in addresses. */
    public static final String ID = "dxf";

    private static final Pattern BEGIN = Pattern.compile(
            "\\A(?:\u00EF\u00BB\u00BF)?(?:[ \\t]*999[ \\t]*\n[^\n]*\n)*+[ \\t]*0[ \\t]*\n[ \\t]*SECTION[ \\t]*\n.*",
            Pattern.DOTALL);
    private static final String BINARY = "AutoCAD Binary DXF";
    private static final Pattern DWG = Pattern.compile("\\AAC10[0-9]{2}.*", Pattern.DOTALL);
    private static final int LOOKED_AT = 16_384;

    @Override
    public String id() {
        return ID;
    }

    /** Drawings and the side texts that our own writer puts beside them; a DWG only where nothing better came with it. */
    @Override
    public List<SourceFile> claims(SourceFiles files) {
        List<SourceFile> claimed = new ArrayList<>();
        List<SourceFile> closed = new ArrayList<>();
        for (SourceFile file : files.files()) {
            String head = head(file);
            if (BEGIN.matcher(head).matches() || head.startsWith(BINARY)) {
                claimed.add(file);
                files.beside(file, "txt")
                        .filter(t -> head(t).contains(DxfMark.APPLICATION))
                        .ifPresent(claimed::add);
            } else if (DWG.matcher(head).matches()) {
                closed.add(file);
            } else if (file.extension().equals("dxf")) {
                claimed.add(file);
            }
        }
        return claimed.isEmpty() ? closed : claimed;
    }

    @Override
    public List<SourceLayer> open(SourceFiles files, ReadOptions options) {
        List<SourceLayer> layers = new ArrayList<>();
        List<Words> nothing = new ArrayList<>();
        for (SourceFile file : claims(files)) {
            if (!file.extension().equals("txt") || BEGIN.matcher(head(file)).matches()) {
                requireText(file);
                var contents = new DxfContents(DxfDrawing.of(file, options));
                layers.addAll(contents.layers());
                nothing.addAll(contents.findings());
            }
        }
        if (layers.isEmpty() && !nothing.isEmpty()) {
            throw empty(files.files().get(0), nothing);
        }
        return layers;
    }

    private static Problem.Invalid empty(SourceFile file, List<Words> findings) {
        String zh = String.join("", findings.stream().map(Words::zh).toList());
        String en = String.join(" ", findings.stream().map(Words::en).toList());
        return new Problem.Invalid(
                Words.of(
                        file.name() + "：模型空间中没有可导入的图形。" + zh,
                        file.name() + ": there is no shape to import in model space. " + en),
                null);
    }

    private static void requireText(SourceFile file) {
        String head = head(file);
        if (DWG.matcher(head).matches()) {
            throw new Problem.Invalid(
                    Words.of(
                            file.name() + " 是 DWG，其格式不公开。请在 CAD 中“另存为” DXF（AutoCAD 2000 或 2007）后再导入。",
                            file.name()
                                    + " is a DWG, whose format is not public. Save it as DXF (AutoCAD 2000 or 2007) in CAD and import that."),
                    null);
        }
        if (head.startsWith(BINARY)) {
            throw new Problem.Invalid(
                    Words.of(
                            file.name() + " 是二进制 DXF。请在 CAD 中另存为 DXF 时选择“ASCII”后再导入。",
                            file.name()
                                    + " is a binary DXF. Save it in CAD as DXF with the option \"ASCII\" and import that."),
                    null);
        }
        if (!BEGIN.matcher(head).matches()) {
            throw DxfGroups.broken(
                    file, 1, "不是 DXF：应以 0 / SECTION 开头", "this is no DXF, which begins with 0 / SECTION");
        }
    }

    private static String head(SourceFile file) {
        return new String(file.head(LOOKED_AT), StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }
}
