package org.greenplan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.greenplan.format.SourceFile;
import org.greenplan.problem.Problem;
import org.greenplan.recognise.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives are taken apart without believing anything they say. */
class UnpackingTest {
    @TempDir
    Path folder;

    @Test
    void namesPackedOnAChineseWindowsAreRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("GBK"))) {
            put(zip, "宗地/公园.shp", new byte[] {1});
            put(zip, "__MACOSX/._x", new byte[] {2});
            put(zip, "宗地/Thumbs.db", new byte[] {3});
        }
        List<SourceFile> files = unpack("成果.zip", bytes.toByteArray());
        assertThat(files).extracting(SourceFile::name).containsExactly("宗地/公园.shp");
        assertThat(files.get(0).stem()).isEqualTo("宗地/公园");
    }

    @Test
    void namesBesideAStumpAreReadAsGdalWritesThem() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] name = "公园绿地.shp".getBytes(StandardCharsets.UTF_8);
            var extra = ByteBuffer.allocate(9 + name.length).order(ByteOrder.LITTLE_ENDIAN);
            extra.putShort((short) 0x7075).putShort((short) (5 + name.length));
            extra.put((byte) 1).putInt(0).put(name);
            ZipEntry entry = new ZipEntry(".shp");
            entry.setExtra(extra.array());
            zip.putNextEntry(entry);
            zip.write(1);
            zip.closeEntry();
        }
        assertThat(unpack("成果.zip", bytes.toByteArray()))
                .extracting(SourceFile::name)
                .containsExactly("公园绿地.shp");
    }

    @Test
    void aNameThatLeadsOutOfTheFolderLeadsNowhere() throws IOException {
        List<SourceFile> files = unpack("a.zip", zip("../../evil.shp", new byte[] {1}));
        assertThat(files.get(0).path().normalize()).startsWith(folder);
        try (Stream<Path> around = Files.list(folder.getParent())) {
            assertThat(around).noneMatch(p -> p.toString().contains("evil"));
        }
    }

    @Test
    void aBombIsStoppedBeforeItFillsTheDisk() throws IOException {
        byte[] zeros = new byte[80 << 20];
        assertThatThrownBy(() -> unpack("bomb.zip", zip("zeros.dbf", zeros)))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("bomb.zip");
    }

    @Test
    void archivesInArchivesGoTwoDeepAndNoFurther() throws IOException {
        byte[] inner = zip("a.shp", new byte[] {1});
        byte[] middle = zip("inner.zip", inner);
        assertThat(unpack("outer.zip", middle)).hasSize(1);
        byte[] deeper = zip("one.zip", zip("two.zip", middle));
        assertThatThrownBy(() -> unpack("deep.zip", deeper)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void tooManyFilesAndBrokenArchivesAreRefusedByName() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (int i = 0; i < 5001; i++) {
                put(zip, i + ".shp", new byte[0]);
            }
        }
        assertThatThrownBy(() -> unpack("many.zip", bytes.toByteArray())).hasMessageContaining("many.zip");
        byte[] broken = java.util.Arrays.copyOf(zip("a.shp", new byte[100]), 60);
        assertThatThrownBy(() -> unpack("broken.zip", broken))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("broken.zip");
    }

    @Test
    void formatsThatAreArchivesStayWhole() throws IOException {
        assertThat(unpack("a.kmz", zip("doc.kml", new byte[] {1})))
                .extracting(SourceFile::name)
                .containsExactly("a.kmz");
    }

    private List<SourceFile> unpack(String name, byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "given", ".bin");
        Files.write(file, bytes);
        return Unpacking.of(List.of(new SourceFile(name, file, bytes.length)), folder, new Progress());
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, name, content);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
