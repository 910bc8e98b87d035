package org.greenplan.format.dxf.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.greenplan.format.dxf.DxfEntity;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** Other files that a drawing shows without holding them: attached drawings, pictures, underlays. They are named, never looked for. */
final class DxfAttached {
    private static final int MOST = 100;
    private static final int NAMED = 10;
    private static final int XREF = 4;
    private static final int OVERLAY = 8;

    /** What an entity shows that lies elsewhere or cannot be read: by its type, what people call it. */
    private static final Map<String, Words> KINDS = Map.of(
            "IMAGE", Words.of("图片", "pictures"),
            "OLEFRAME", Words.of("嵌入对象（OLE）", "embedded objects (OLE)"),
            "OLE2FRAME", Words.of("嵌入对象（OLE）", "embedded objects (OLE)"),
            "PDFUNDERLAY", Words.of("PDF 参考底图", "PDF underlays"),
            "DWFUNDERLAY", Words.of("DWF 参考底图", "DWF underlays"),
            "DGNUNDERLAY", Words.of("DGN 参考底图", "DGN underlays"));

    private static final Set<String> DEFINITIONS =
            Set.of("IMAGEDEF", "PDFDEFINITION", "DWFDEFINITION", "DGNDEFINITION");

    private final Set<String> blocks = new HashSet<>();
    private final Set<String> drawings = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final Map<String, Long> shown = new TreeMap<>();

    /** Looks at the beginning of a block: an attached drawing is one that only names its file. */
    void block(DxfEntity record) {
        int flags = record.integer(70, 0);
        String first = record.textOf(1);
        String path = first == null ? "" : first.strip();
        boolean file = path.toLowerCase(Locale.ROOT).matches(".*\\.(?:dwg|dxf|dws|dwt)");
        if (file || ((flags & (XREF | OVERLAY)) != 0 && !path.isEmpty())) {
            blocks.add(key(record.textOf(2)));
            add(drawings, path);
        }
    }

    /** Looks at an object without a place: definitions of pictures name their files. */
    void object(DxfEntity record) {
        String path = DEFINITIONS.contains(record.type()) ? record.textOf(1) : null;
        if (path != null && !path.isBlank()) {
            add(others, path);
        }
    }

    /** True for an entity that shows another file. */
    boolean entity(DxfEntity record) {
        if (!KINDS.containsKey(record.type())) {
            return false;
        }
        shown.merge(record.type(), 1L, Long::sum);
        return true;
    }

    /** True where the block of that name stands for another drawing. */
    boolean isAttached(String block) {
        return blocks.contains(key(block));
    }

    List<Words> findings() {
        List<Words> findings = new ArrayList<>();
        if (!drawings.isEmpty()) {
            String names = names(drawings);
            findings.add(
                    Words.of(
                            "外部参照 " + names + " 不在本文件中，未读。请在 CAD 中绑定（XREF → 绑定）后另存，或把它们也导入。",
                            "The attached drawing " + names
                                    + " is not in the file and was not read; bind it (XREF, BIND) and save again, or import it too."));
        }
        shown.forEach((type, count) -> {
            Words kind = KINDS.getOrDefault(type, Words.of(type, type));
            findings.add(Words.of(
                    "图中的 " + count + " 个" + kind.zh() + "未读" + (others.isEmpty() ? "" : "(文件：" + names(others) + ")")
                            + "。",
                    count + " " + kind.en() + " in the drawing were not read"
                            + (others.isEmpty() ? "" : " (files: " + names(others) + ")") + "."));
        });
        return findings;
    }

    private static void add(Set<String> to, String path) {
        String name = path.strip().replace('\\', '/');
        if (to.size() < MOST) {
            to.add(name.substring(name.lastIndexOf('/') + 1));
        }
    }

    private static String names(Set<String> names) {
        return String.join(", ", names.stream().limit(NAMED).toList()) + (names.size() > NAMED ? " …" : "");
    }

    private static String key(@Nullable String block) {
        return DxfLayerState.key(block == null ? "" : block.strip());
    }
}
