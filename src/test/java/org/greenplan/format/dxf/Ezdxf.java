package org.greenplan.format.dxf;

import java.nio.file.Files;
import java.nio.file.Path;
import org.greenplan.format.Gdal;

/** A program that knows AutoCAD's rules for DXF and tells what breaks them. */
public final class Ezdxf {
    private static final String PYTHON = "/usr/bin/python3";

    private Ezdxf() {}

    /** What a Python script with ezdxf says of a drawing; installs ezdxf where it is missing and can be installed. */
    public static synchronized String run(Path script, Path drawing) {
        if (!Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/ezdxf"))) {
            Gdal.run("bash", "src/test/needs.sh", "python3-ezdxf");
        }
        return Gdal.run(PYTHON, script.toString(), drawing.toString());
    }
}
