package org.greenplan.exchange;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.geo.Crs;
import org.greenplan.plan.PlanDesk;
import org.jspecify.annotations.Nullable;

/** Features for other programs: GET /api/export.geojson?layer=&ids=&bbox=&crs= */
public record ExportApi(PlanDesk desk) {
    /** The district is in China; file names carry its date. */
    public static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    /** GET /api/export.geojson */
    public void geoJson(Context ctx) {
        Crs crs = Crs.of(or(ctx.queryParam("crs"), "4326"));
        Selection selection =
                Selection.of(desk.catalogue(), ctx.queryParam("layer"), ctx.queryParam("ids"), ctx.queryParam("bbox"));
        desk.database().<Long>read(session -> {
            GeoJsonExport export = new GeoJsonExport(session, desk.profile());
            export.check(selection);
            ctx.contentType("application/geo+json; charset=utf-8");
            ctx.header("Content-Disposition", disposition(desk.profile(), selection, crs, LocalDate.now(HERE)));
            ctx.header("Cache-Control", "no-cache");
            try {
                return export.write(selection, crs, ctx.outputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The file's name in plain letters, such as {@code greenplan-shangjie-parks-2026-11-24.geojson}. */
    public static String fileName(PlanProfile profile, Selection selection, Crs crs, LocalDate day) {
        return "greenplan-" + profile.id() + "-" + part(selection, false) + plane(crs) + "-" + day + ".geojson";
    }

    /** Both names of RFC 6266: plain letters for old programs, Chinese for the others. */
    static String disposition(PlanProfile profile, Selection selection, Crs crs, LocalDate day) {
        String chinese =
                "青绿规划-" + profile.district().zh() + "-" + part(selection, true) + plane(crs) + "-" + day + ".geojson";
        return "attachment; filename=\"" + fileName(profile, selection, crs, day) + "\"; filename*=UTF-8''"
                + URLEncoder.encode(chinese, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String part(Selection selection, boolean chinese) {
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

    private static String plane(Crs crs) {
        return CrsNote.isRfc7946(crs) ? "" : "-epsg" + crs.epsg();
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given;
    }
}
