package org.greenplan.format.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import org.greenplan.format.Scratch;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

class SqliteLibraryTest {
    @Test
    void layingPutsTheCarriedEngineWhereTheDriverLooksFirst() throws Exception {
        try {
            SqliteLibrary.lay();
            Path laid = Path.of(System.getProperty("org.sqlite.lib.path"), System.getProperty("org.sqlite.lib.name"));
            try (InputStream carried = SQLiteJDBCLoader.class.getResourceAsStream(
                    LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName())) {
                assertThat(laid).hasBinaryContent(carried.readAllBytes());
            }
            Scratch.delete(laid.getParent());
        } finally {
            System.clearProperty("org.sqlite.lib.path");
            System.clearProperty("org.sqlite.lib.name");
        }
    }
}
