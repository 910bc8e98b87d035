package org.greenplan.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.ShortNames;
import org.greenplan.count.Areas;
import org.greenplan.count.Taken;
import org.greenplan.format.PlotId;
import org.greenplan.format.TargetField;
import org.greenplan.geo.Unit;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** The columns of a layer that leaves: the catalogue's attributes, then the plot's id, version and label, then its figures. */
final class TargetFields {
    static final String VERSION = "gp_version";
    static final String LABEL = "gp_label";

    /** Figures leave with six decimals, as the ledger keeps them, so that sums of columns are exact. */
    private static final double DECIMALS = 1e6;

    private static final List<TargetField> KNOWN_AGAIN = List.of(
            new TargetField(PlotId.FIELD, PlotId.FIELD, Words.of("地块标识", "Plot id"), AttributeType.TEXT),
            new TargetField(VERSION, VERSION, Words.of("版本", "Version"), AttributeType.INTEGER),
            new TargetField(LABEL, LABEL, Words.of("标注", "Label"), AttributeType.TEXT));

    private static final List<TargetField> AREAS = List.of(
            real("gp_gross_plane_m2", "gp_grs_m2", "总面积（平面，㎡）", "Gross area, plane, m²"),
            real("gp_gross_plane_mu", "gp_grs_mu", "总面积（平面，亩）", "Gross area, plane, mu"),
            real("gp_gross_ellipsoid_m2", "gp_grse_m2", "总面积（椭球面，㎡）", "Gross area, ellipsoid, m²"),
            real("gp_gross_ellipsoid_mu", "gp_grse_mu", "总面积（椭球面，亩）", "Gross area, ellipsoid, mu"),
            real("gp_net_plane_m2", "gp_net_m2", "净增面积（平面，㎡）", "Net area, plane, m²"),
            real("gp_net_plane_mu", "gp_net_mu", "净增面积（平面，亩）", "Net area, plane, mu"),
            real("gp_net_ellipsoid_m2", "gp_nete_m2", "净增面积（椭球面，㎡）", "Net area, ellipsoid, m²"),
            real("gp_net_ellipsoid_mu", "gp_nete_mu", "净增面积（椭球面，亩）", "Net area, ellipsoid, mu"));

    /** What took the difference of gross and net; the four of a surface sum to it. */
    private static final List<TargetField> TAKEN = List.of(
            real("gp_outside_plane_m2", "gp_out_m2", "区界之外（平面，㎡）", "Outside the district, plane, m²"),
            real("gp_green_plane_m2", "gp_grn_m2", "占现状绿地（平面，㎡）", "On existing green, plane, m²"),
            real("gp_upgrade_plane_m2", "gp_upg_m2", "提升改造不计（平面，㎡）", "Upgraded only, plane, m²"),
            real("gp_others_plane_m2", "gp_oth_m2", "已计入其他地块（平面，㎡）", "Counted by other plots, plane, m²"),
            real("gp_outside_ellipsoid_m2", "gp_oute_m2", "区界之外（椭球面，㎡）", "Outside the district, ellipsoid, m²"),
            real("gp_green_ellipsoid_m2", "gp_grne_m2", "占现状绿地（椭球面，㎡）", "On existing green, ellipsoid, m²"),
            real("gp_upgrade_ellipsoid_m2", "gp_upge_m2", "提升改造不计（椭球面，㎡）", "Upgraded only, ellipsoid, m²"),
            real("gp_others_ellipsoid_m2", "gp_othe_m2", "已计入其他地块（椭球面，㎡）", "Counted by other plots, ellipsoid, m²"));

    private static final List<TargetField> LENGTHS = List.of(
            real("gp_gross_length_m", "gp_grs_len", "总长度（m）", "Gross length, m"),
            real("gp_length_m", "gp_len_m", "计入长度（m）", "Counted length, m"));

    private TargetFields() {}

    /** The columns of a layer. */
    static List<TargetField> of(LayerType layer) {
        Map<String, String> shortNames = ShortNames.of(layer);
        List<TargetField> fields = new ArrayList<>();
        layer.attributes()
                .forEach(a -> fields.add(
                        new TargetField(a.name(), shortNames.getOrDefault(a.name(), a.name()), a.title(), a.type())));
        fields.addAll(KNOWN_AGAIN);
        if (layer.addsGreen()) {
            fields.addAll(AREAS);
            fields.addAll(TAKEN);
            if (layer.geometry() == GeometryKind.LINE || layer.belt() != null) {
                fields.addAll(LENGTHS);
            }
        }
        return fields;
    }

    /**
     * What the ledger says of a plot, by field name; nothing for what is no plot.
     *
     * @param taken what of it does not count for it
     */
    static Map<String, Object> figures(LedgerStore.@Nullable Row row, List<Taken> taken) {
        Map<String, Object> figures = new LinkedHashMap<>();
        if (row != null) {
            areas(figures, "gross", row.gross());
            areas(figures, "net", row.net());
            for (Taken.Why why : Taken.Why.values()) {
                Areas sum = taken.stream()
                        .filter(t -> t.why() == why)
                        .map(Taken::area)
                        .reduce(Areas.ZERO, Areas::plus);
                figures.put("gp_" + column(why) + "_plane_m2", sum.planeM2());
                figures.put("gp_" + column(why) + "_ellipsoid_m2", sum.ellipsoidM2());
            }
            if (row.grossLengthM() > 0) {
                figures.put("gp_gross_length_m", rounded(row.grossLengthM()));
                figures.put("gp_length_m", rounded(row.lengthM()));
            }
        }
        return figures;
    }

    private static String column(Taken.Why why) {
        return switch (why) {
            case OUTSIDE -> "outside";
            case GREEN -> "green";
            case UPGRADE -> "upgrade";
            case PLOT -> "others";
        };
    }

    private static void areas(Map<String, Object> figures, String what, Areas areas) {
        figures.put("gp_" + what + "_plane_m2", rounded(areas.planeM2()));
        figures.put("gp_" + what + "_plane_mu", rounded(Unit.MU.amount(areas.planeM2())));
        figures.put("gp_" + what + "_ellipsoid_m2", rounded(areas.ellipsoidM2()));
        figures.put("gp_" + what + "_ellipsoid_mu", rounded(Unit.MU.amount(areas.ellipsoidM2())));
    }

    private static double rounded(double value) {
        return Math.round(value * DECIMALS) / DECIMALS;
    }

    private static TargetField real(String name, String shortName, String zh, String en) {
        return new TargetField(name, shortName, Words.of(zh, en), AttributeType.REAL);
    }
}
