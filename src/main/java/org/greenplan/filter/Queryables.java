package org.greenplan.filter;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.LayerType;
import org.greenplan.cql2.Refusal;
import org.greenplan.filter.Queryable.Source;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** What filters can ask of one layer: its attributes, number, version and shape; of plots also what the ledger counts. */
public final class Queryables {
    /** Name of the feature's shape, as features themselves have it. */
    public static final String SHAPE = "geometry";
    /** Name of the feature's number. */
    public static final String ID = "id";

    /** Names that filters written for older programs and for tables have for them. */
    private static final Map<String, String> ALSO = Map.of("geom", SHAPE, "fid", ID);

    private final LayerType layer;
    private final Map<String, Queryable> byName = new LinkedHashMap<>();

    private Queryables(LayerType layer) {
        this.layer = layer;
    }

    public static Queryables of(LayerType layer) {
        Queryables all = new Queryables(layer);
        all.add(new Queryable(SHAPE, Words.of("几何", "Geometry"), null, Source.FEATURE, "geom", null, null));
        all.add(new Queryable(
                ID, Words.of("要素编号", "Feature number"), AttributeType.INTEGER, Source.FEATURE, "fid", null, null));
        all.add("version", "版本", "Version", AttributeType.INTEGER, Source.FEATURE, null);
        layer.attributes()
                .forEach(a -> all.add(new Queryable(
                        a.name(), a.title(), a.type(), Source.FEATURE, a.name(), a.unit(), a.codeList())));
        if (layer.addsGreen()) {
            all.figure("net_plane_m2", "net_plane_mm2", "净增面积（平面）", "Net area on the plane", "m²");
            all.figure("net_ellipsoid_m2", "net_ellipsoid_mm2", "净增面积（椭球面）", "Net area on the ellipsoid", "m²");
            all.figure("gross_plane_m2", "gross_plane_mm2", "图形面积（平面）", "Gross area on the plane", "m²");
            all.figure("gross_ellipsoid_m2", "gross_ellipsoid_mm2", "图形面积（椭球面）", "Gross area on the ellipsoid", "m²");
            all.figure("length_m", "length_um", "计入长度", "Length counted", "m");
        }
        return all;
    }

    /** What a line of the ledger can be asked for: no shape, no number and no version; what only other layers have is never set. */
    static Queryables ofLines(LayerType layer, Iterable<LayerType> together) {
        Queryables lines = of(layer);
        List.of(SHAPE, ID, "version").stream()
                .filter(name -> layer.find(name).isEmpty())
                .forEach(lines.byName::remove);
        for (LayerType other : together) {
            for (Attribute a : other.attributes()) {
                if (!lines.byName.containsKey(a.name())) {
                    lines.add(new Queryable(
                            a.name(), a.title(), a.type(), Source.NOWHERE, a.name(), a.unit(), a.codeList()));
                }
            }
        }
        return lines;
    }

    public LayerType layer() {
        return layer;
    }

    public Collection<Queryable> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** The queryable of that name; nothing where the layer has none. */
    Optional<Queryable> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The queryable of that name, a refusal that names all of them where there is none. */
    Queryable get(String name) {
        Queryable found = byName.get(byName.containsKey(name) ? name : ALSO.getOrDefault(name, name));
        if (found == null) {
            String known = String.join(", ", byName.keySet());
            throw Refusal.of(
                    "图层“" + layer.title().zh() + "”没有属性“" + Refusal.quoted(name) + "”。可用属性：" + known + "。",
                    "the layer " + layer.title().en() + " has no property \"" + Refusal.quoted(name) + "\". It has: "
                            + known + ".");
        }
        return found;
    }

    /** A figure of the ledger, which keeps whole millionths of its unit. */
    private void figure(String name, String column, String zh, String en, String unit) {
        add(new Queryable(name, Words.of(zh, en), AttributeType.REAL, Source.LEDGER, column, unit, null));
    }

    private void add(String name, String zh, String en, AttributeType type, Source source, @Nullable String unit) {
        add(new Queryable(name, Words.of(zh, en), type, source, name, unit, null));
    }

    /** An attribute of the catalogue goes before what every layer has under the same name. */
    private void add(Queryable queryable) {
        byName.put(queryable.name(), queryable);
    }
}
