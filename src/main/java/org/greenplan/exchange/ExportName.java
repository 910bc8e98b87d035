package org.greenplan.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.Crs;

/** The name of an exported file: whose plan, what of it, which format and plane, which day. */
public record ExportName(PlanProfile profile, ExportOrder order, LocalDate day) {
    /** Extensions that do not say what is in the file. */
    private static final Set<String> VAGUE = Set.of("zip", "txt");

    /** The name that a file gets today, by the clock of the plan. */
    public static ExportName today(PlanProfile profile, ExportOrder order) {
        return new ExportName(profile, order, LocalDate.now(profile.timeZone()));
    }

    /** In plain letters, such as {@code greenplan-district-parks-2026-11-24.geojson}. */
    public String plain() {
        return "greenplan-" + profile.id() + "-" + part(false) + ending();
    }

    /** In Chinese, such as {@code 青绿规划-某区-公园绿地-2026-11-24.geojson}. */
    String chinese() {
        return "青绿规划-" + profile.district().zh() + "-" + part(true) + ending();
    }

    /** Both names of RFC 6266: plain letters for old programs, Chinese for the others. */
    String disposition() {
        return "attachment; filename=\"" + plain() + "\"; filename*=UTF-8''"
                + URLEncoder.encode(chinese(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String part(boolean chinese) {
        Selection selection = order.selection();
        if (selection.layers().size() == 1) {
            LayerType layer = selection.layers().keySet().iterator().next();
            return chinese ? layer.title().zh() : layer.id();
        }
        boolean picked = selection.layers().values().stream().anyMatch(ids -> !ids.isEmpty());
        if (chinese) {
            return picked ? "所选" : "全部图层";
        }
        return picked ? "selection" : "all";
    }

    private String ending() {
        String extension = order.format().extension(order.options());
        String format = VAGUE.contains(extension) ? "-" + order.format().id() : "";
        String plane = order.crs().equals(Crs.WGS84)
                ? ""
                : order.crs().epsg().map(epsg -> "-epsg" + epsg).orElse("-local");
        return format + plane + "-" + day + "." + extension;
    }
}
