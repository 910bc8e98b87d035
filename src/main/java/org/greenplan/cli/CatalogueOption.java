package org.greenplan.cli;

import java.nio.file.Path;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With which layers, attributes and codes: the program's own, or those of a folder. */
public final class CatalogueOption {
    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            defaultValue = "${env:GREENPLAN_CATALOGUE}",
            description = {
                "自定义图层目录（YAML 文件夹）；规划自己的目录缺少的图层、属性和代码由此增加。",
                "A layer catalogue of your own (a folder of YAML files); it adds what the plan's own catalogue lacks."
            })
    private @Nullable Path folder;

    /** The catalogue that is asked for; a fault of a file is told with its place. */
    Catalogue read() {
        return folder == null ? CatalogueReader.bundled() : CatalogueReader.read(Bundled.folder(folder));
    }
}
