package org.greenplan.format.geopackage;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.greenplan.format.Scratch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The engine of a plan's file, laid where its driver looks first. Left to itself the driver compares what it has laid down byte by byte
 * with what it carries, which is a tenth of a start.
 */
public final class SqliteLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);

    private SqliteLibrary() {}

    /** Lays it among what this process throws away at its end; where that cannot be, the driver goes its own way. */
    public static void lay() {
        // Windows lets nobody throw away a library that is at work.
        if (File.separatorChar == '\\') {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream carried = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (carried != null) {
                Path folder = Scratch.newFolder("engine");
                Files.copy(carried, folder.resolve(name));
                System.setProperty("org.sqlite.lib.path", folder.toString());
                System.setProperty("org.sqlite.lib.name", name);
            }
        } catch (IOException e) {
            LOG.debug("not laid", e);
        }
    }
}
