package org.greenplan.cli;

import org.greenplan.catalogue.Catalogue;
import org.greenplan.exchange.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of the plan leaves. */
public final class PartOptions {
    @Option(
            names = "--layer",
            paramLabel = "ID[,ID]",
            description = {"图层，默认全部。", "Layers; all where left out."})
    private @Nullable String layer;

    @Option(
            names = "--bbox",
            paramLabel = "W,S,E,N",
            description = {"范围（经纬度）。", "A box in degrees."})
    private @Nullable String bbox;

    /**
     * The part of a plan.
     *
     * @param ids numbers of features, as {@link Selection#of} reads them, or null for all
     */
    Selection of(Catalogue catalogue, @Nullable String ids) {
        return Selection.of(catalogue, layer, ids, bbox);
    }
}
