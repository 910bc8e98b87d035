package org.greenplan.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.count.Areas;
import org.greenplan.cql2.Cql2Text;
import org.greenplan.cql2.Filter;
import org.greenplan.cql2.FilterCrs;
import org.greenplan.crs.PlanCrs;
import org.greenplan.filter.Answer;
import org.greenplan.filter.LayerFilter;
import org.greenplan.filter.Queryable;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** Which plots a target looks at: those of its layers for which its filter says yes, asked of the store or of a line of the ledger. */
final class TargetChoice {
    private final Map<String, LayerFilter> byLayer;
    private final @Nullable Words fault;

    private TargetChoice(Map<String, LayerFilter> byLayer, @Nullable Words fault) {
        this.byLayer = byLayer;
        this.fault = fault;
    }

    /** The choices of a programme, target by target; one whose filter does not fit the catalogue looks at no plot and says why. */
    static List<TargetChoice> all(PlanProfile profile, Catalogue catalogue) {
        PlanCrs plane = PlanCrs.of(profile.plane());
        return profile.targets().stream()
                .map(line -> of(line, catalogue, plane))
                .toList();
    }

    private static TargetChoice of(TargetLine line, Catalogue catalogue, PlanCrs plane) {
        List<LayerType> layers = catalogue.layers().stream()
                .filter(layer -> layer.addsGreen())
                .filter(layer -> line.layers().isEmpty() || line.layers().contains(layer.id()))
                .toList();
        Map<String, LayerFilter> byLayer = new LinkedHashMap<>();
        try {
            Filter filter = Cql2Text.read(line.filter() == null ? "TRUE" : line.filter(), FilterCrs.LON_LAT);
            for (LayerType layer : layers) {
                byLayer.put(layer.id(), LayerFilter.ofLines(catalogue, layer, layers, plane, filter));
            }
        } catch (Problem.BadRequest e) {
            return new TargetChoice(
                    Map.of(),
                    Words.of(
                            "目标“" + line.title().zh() + "”的" + e.words().zh(),
                            "Target \"" + line.title().en() + "\": " + e.words().en()));
        }
        return new TargetChoice(byLayer, null);
    }

    /** Why the target cannot say which plots it looks at; nothing where it can. */
    Optional<Words> fault() {
        return Optional.ofNullable(fault);
    }

    /** The filter of a layer, nothing where the target does not look at the layer. */
    Optional<LayerFilter> of(LayerType layer) {
        return Optional.ofNullable(byLayer.get(layer.id()));
    }

    /** Whether the target looks at a plot. */
    boolean takes(LedgerStore.Row row) {
        LayerFilter filter = byLayer.get(row.ref().layer());
        return filter != null && filter.answer(queryable -> value(row, queryable)) == Answer.YES;
    }

    /** Whether the target looks at the layer, whatever its filter says of a plot. */
    boolean looksAt(LayerType layer) {
        return byLayer.containsKey(layer.id());
    }

    /** What the filter asks of plots of a layer. */
    List<Queryable> asked(LayerType layer) {
        return of(layer).map(LayerFilter::asked).orElse(List.of());
    }

    /** Whether the target asks for the attribute of a role. */
    boolean asksFor(AttributeRole role) {
        return byLayer.values().stream().anyMatch(filter -> filter.asksFor(role));
    }

    /** What a plot has where a filter asks. */
    @Nullable
    Object value(LedgerStore.Row row, Queryable queryable) {
        return switch (queryable.source()) {
            case FEATURE -> row.attributes().get(queryable.name());
            case LEDGER -> figure(row, queryable.column());
            case NOWHERE -> null;
        };
    }

    private static double figure(LedgerStore.Row row, String column) {
        Areas net = row.net();
        return switch (column) {
            case "net_plane_mm2" -> net.planeM2();
            case "net_ellipsoid_mm2" -> net.ellipsoidM2();
            case "gross_plane_mm2" -> row.gross().planeM2();
            case "gross_ellipsoid_mm2" -> row.gross().ellipsoidM2();
            case "length_um" -> row.lengthM();
            default -> throw new IllegalArgumentException("no figure of a plot: " + column);
        };
    }
}
