package org.greenplan.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.greenplan.format.SourceFile;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of a shapefile, one after another: in the order of its index (.shx) where that fits the file, else as they stand.
 *
 * <p>Programs that edit a file leave the old shape where it was and append the new one; only the index knows which counts.
 */
record ShpFile(SourceFile file, ShapeType type, long end, @Nullable SourceFile index) {
    private static final int HEADER = 100;
    private static final int RECORD_HEADER = 8;
    /** Four million points; what is larger is no parcel and would not fit into memory beside others. */
    private static final int LARGEST_RECORD = 64 << 20;

    /** Looks at the header and the index; what is odd goes to the findings. */
    static ShpFile open(SourceFile file, @Nullable SourceFile index, List<Words> findings) throws IOException {
        try (FileWindow window = new FileWindow(file.path())) {
            if (!window.holds(0, HEADER)) {
                throw ShapefileFault.of(
                        file.name(),
                        "不足 100 字节，文件头不完整。请重新复制或导出。",
                        "it is shorter than its header of 100 bytes. Copy or export it again.");
            }
            ByteBuffer header = window.read(0, HEADER);
            ShapeType type = typeOf(file, header.order(ByteOrder.LITTLE_ENDIAN).getInt(32));
            long told = 2L * header.order(ByteOrder.BIG_ENDIAN).getInt(24);
            if (told > window.size()) {
                throw ShapefileFault.of(
                        file.name(),
                        "文件头称长 " + told + " 字节，实际只有 " + window.size() + " 字节，文件被截断。请重新复制或导出。",
                        "its header says " + told + " bytes but there are " + window.size()
                                + ": it was cut off. Copy or export it again.");
            }
            long end = told > HEADER ? told : window.size();
            if (index == null) {
                findings.add(
                        Words.of("没有 .shx 索引，按文件中的顺序读取。", "There is no .shx index; shapes are read in their order."));
                return new ShpFile(file, type, end, null);
            }
            if (!ShxIndex.fits(index, window.size())) {
                findings.add(Words.of(
                        "索引“" + index.name() + "”与 .shp 不符，已忽略，按文件中的顺序读取。",
                        "The index \"" + index.name()
                                + "\" does not fit the .shp; it was left aside, shapes are read in their order."));
                return new ShpFile(file, type, end, null);
            }
            return new ShpFile(file, type, end, index);
        }
    }

    Records records() throws IOException {
        return new Records(this);
    }

    private static ShapeType typeOf(SourceFile file, int code) {
        ShapeType type = ShapeType.of(code)
                .orElseThrow(() -> ShapefileFault.of(
                        file.name(),
                        "不认识的图形类型 " + code + "。请用 GIS 软件重新导出为点、线或面。",
                        "unknown type of shape " + code + ". Export it again as points, lines or polygons."));
        if (type.kind() == ShapeType.Kind.PATCHES) {
            throw ShapefileFault.of(
                    file.name(),
                    "图形是三维多面体（MultiPatch），地块用不上。请在 GIS 软件中转换为面（如“多面体轮廓”）后再上传。",
                    "its shapes are three-dimensional patches (MultiPatch). Convert them to polygons"
                            + " (\"multipatch footprint\") and upload that.");
        }
        return type;
    }

    /** A walk over the shapes. */
    static final class Records implements Closeable {
        private final ShpFile shp;
        private final FileWindow shapes;
        private final @Nullable ShxIndex index;
        private long number;
        private long at = HEADER;
        private ByteBuffer content = ByteBuffer.allocate(0);

        private Records(ShpFile shp) throws IOException {
            this.shp = shp;
            this.shapes = new FileWindow(shp.file().path());
            this.index = shp.index() == null ? null : new ShxIndex(shp.index());
        }

        /** Goes to the next shape; false at the end. */
        boolean next() throws IOException {
            return index == null ? nextInOrder() : nextByIndex(index);
        }

        /** Place of the shape in the file, from 1. */
        long number() {
            return number;
        }

        /** The bytes of the shape, empty for none; valid until the next step. */
        ByteBuffer content() {
            return content;
        }

        private boolean nextInOrder() throws IOException {
            if (at >= shp.end()) {
                return false;
            }
            number++;
            if (!shapes.holds(at, RECORD_HEADER)) {
                throw ShapefileFault.cutOff(shp.file().name(), number);
            }
            long length = 2L * shapes.read(at, RECORD_HEADER).getInt(4);
            take(at + RECORD_HEADER, length);
            at += RECORD_HEADER + length;
            return true;
        }

        private boolean nextByIndex(ShxIndex entries) throws IOException {
            if (!entries.next()) {
                return false;
            }
            number++;
            if (entries.length() == 0) {
                content = ByteBuffer.allocate(0);
            } else {
                take(entries.offset() + RECORD_HEADER, entries.length());
            }
            return true;
        }

        private void take(long offset, long length) throws IOException {
            if (length < 0 || !shapes.holds(offset, length)) {
                throw ShapefileFault.cutOff(shp.file().name(), number);
            }
            if (length > LARGEST_RECORD) {
                throw ShapefileFault.record(
                        shp.file().name(),
                        number,
                        "有四百多万个顶点，超出可处理的范围。请先简化或拆分该图形。",
                        "has more than four million points. Simplify or split that shape first.");
            }
            content = shapes.read(offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
        }

        @Override
        public void close() throws IOException {
            shapes.close();
            if (index != null) {
                index.close();
            }
        }
    }
}
