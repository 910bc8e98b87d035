package org.greenplan.shelf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueFault;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.catalogue.PlanProfileReader.TargetTemplate;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The templates of programmes that come with the program; each is a file of data. */
public record TargetTemplates(List<TargetTemplate> all) {
    private static final Logger LOG = LoggerFactory.getLogger(TargetTemplates.class);
    private static final String FOLDER = "templates";

    public TargetTemplates {
        all = List.copyOf(all);
    }

    /** Those that the catalogue has the layers for. */
    public static TargetTemplates bundled(Catalogue catalogue) {
        List<TargetTemplate> all = new ArrayList<>();
        Bundled.resource(FOLDER).files().forEach((file, text) -> {
            try {
                all.add(PlanProfileReader.template(file, text, catalogue));
            } catch (CatalogueFault e) {
                LOG.info("the catalogue has no use for {}: {}", file, e.getMessage());
            }
        });
        return new TargetTemplates(all);
    }

    /** The one that a person names: by its id, or as a file of theirs. */
    public TargetTemplate named(String name, Catalogue catalogue) {
        return all.stream().filter(t -> t.id().equals(name)).findFirst().orElseGet(() -> ofFile(name, catalogue));
    }

    private TargetTemplate ofFile(String name, Catalogue catalogue) {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            String ids = String.join(", ", all.stream().map(TargetTemplate::id).toList());
            throw new Problem.Invalid(
                    Words.of(
                            "没有目标模板“" + name + "”。可用：" + ids + "，或一个 YAML 文件。",
                            "There is no template \"" + name + "\". Use " + ids + ", or a YAML file."),
                    "--template");
        }
        try {
            return PlanProfileReader.template(file.getFileName().toString(), Files.readString(file), catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
