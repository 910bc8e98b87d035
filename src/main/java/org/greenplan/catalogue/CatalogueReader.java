package org.greenplan.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.greenplan.geo.Unit;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue's files strictly: whatever is unknown, missing, double or of the wrong kind stops the start. */
public final class CatalogueReader {
    private static final Set<String> LIST_KEYS = Set.of("id", "title", "source", "edition", "codes", "units");
    private static final Set<String> CODE_KEYS =
            Set.of("code", "title", "parent", "rank", "colour", "dark_colour", "adds_green", "severity");
    private static final Set<String> LAYER_KEYS =
            Set.of("id", "title", "geometry", "role", "order", "label", "aliases", "belt", "attributes", "style");

    private static final Set<String> RECORD_KEYS = Set.of("id", "title", "label", "attributes");

    /** The effect without new green in lists that do not say it. */
    private static final String OLDER_UPGRADE = "upgrade";

    /** The kind of constraint where no plot may lie, in lists that do not say it. */
    private static final String OLDER_PROHIBITED = "prohibited";

    private static final Pattern IN_BRACES = Pattern.compile("\\{([^}]*)\\}");

    private CatalogueReader() {}

    /** The catalogue inside the program, read once. */
    public static Catalogue bundled() {
        return Own.CATALOGUE;
    }

    /** The files of the catalogue inside the program. */
    public static Bundled bundledFiles() {
        return Own.FILES;
    }

    /** Read when it is first asked for; who asks meanwhile waits. */
    private static final class Own {
        private static final Bundled FILES = Bundled.resource("catalogue");
        private static final Catalogue CATALOGUE = read(FILES);
    }

    public static Catalogue read(Bundled files) {
        Map<String, CodeList> lists = new LinkedHashMap<>();
        for (String name : files.under("codes/")) {
            YamlNode root = YamlNode.parse(name, files.text(name));
            CodeList list = codeList(root);
            if (lists.put(list.id(), list) != null) {
                throw root.fault("代码表“" + list.id() + "”重复", "code list \"" + list.id() + "\" is there twice");
            }
        }
        Set<String> ids = new HashSet<>();
        List<LayerType> layers = new ArrayList<>(types(files, "layers/", lists, ids));
        layers.sort(Comparator.comparingInt(LayerType::order));
        return new Catalogue(oneDistrict(layers), types(files, "records/", lists, ids), lists);
    }

    /** The layers or kinds of records below a folder, none with an id that is taken. */
    private static List<LayerType> types(Bundled files, String folder, Map<String, CodeList> lists, Set<String> ids) {
        List<LayerType> types = new ArrayList<>();
        for (String name : files.under(folder)) {
            YamlNode root = YamlNode.parse(name, files.text(name));
            LayerType type = folder.equals("records/") ? record(root, lists) : layer(root, lists);
            if (!ids.add(type.id())) {
                throw root.fault("图层“" + type.id() + "”重复", "layer \"" + type.id() + "\" is there twice");
            }
            types.add(type);
        }
        return types;
    }

    /** Catalogues that know no zones have the boundary of the district first and those of its parts after it. */
    private static List<LayerType> oneDistrict(List<LayerType> layers) {
        List<LayerType> all = new ArrayList<>();
        boolean known = false;
        for (LayerType layer : layers) {
            boolean boundary = layer.role() == Role.BOUNDARY;
            all.add(boundary && known ? layer.with(Role.ZONE) : layer);
            known |= boundary;
        }
        return all;
    }

    /** The units that the program reads figures in, in its own words. */
    private static CodeList units(String id, Words title) {
        List<Code> codes = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            codes.add(new Code(unit.id(), unit.title(), null, codes.size() + 1, null, null, true, null));
        }
        return new CodeList(id, title, null, null, codes);
    }

    /** A catalogue that says nothing of how hard its constraints are calls those prohibited that are. */
    private static Code.@Nullable Severity severity(@Nullable YamlNode node, String code) {
        if (node == null) {
            return code.equals(OLDER_PROHIBITED) ? Code.Severity.PROHIBITED : null;
        }
        return AttributeReader.choice(node, Code.Severity.class);
    }

    private static CodeList codeList(YamlNode root) {
        var members = root.members(LIST_KEYS);
        YamlNode units = members.get("units");
        if (units != null && units.bool()) {
            return units(
                    root.required(members, "id").text(),
                    root.required(members, "title").words());
        }
        List<Code> codes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlNode item : root.required(members, "codes").items()) {
            var parts = item.members(CODE_KEYS);
            String code = item.required(parts, "code").text();
            if (!seen.add(code)) {
                throw item.fault("代码“" + code + "”重复", "code \"" + code + "\" is there twice");
            }
            YamlNode rank = parts.get("rank");
            YamlNode addsGreen = parts.get("adds_green");
            codes.add(new Code(
                    code,
                    item.required(parts, "title").words(),
                    YamlNode.textOrNull(parts.get("parent")),
                    rank == null ? codes.size() + 1 : rank.integer(),
                    StyleReader.colourOrNull(parts.get("colour")),
                    StyleReader.colourOrNull(parts.get("dark_colour")),
                    addsGreen == null ? !code.equals(OLDER_UPGRADE) : addsGreen.bool(),
                    severity(parts.get("severity"), code)));
        }
        checkParents(root.required(members, "codes"), codes, seen);
        codes.sort(Comparator.comparingInt(Code::rank));
        return new CodeList(
                AttributeReader.identifier(root.required(members, "id")),
                root.required(members, "title").words(),
                YamlNode.textOrNull(members.get("source")),
                YamlNode.textOrNull(members.get("edition")),
                codes);
    }

    private static void checkParents(YamlNode items, List<Code> codes, Set<String> known) {
        for (int i = 0; i < codes.size(); i++) {
            String parent = codes.get(i).parent();
            if (parent != null && !known.contains(parent)) {
                throw items.items()
                        .get(i)
                        .fault("没有上级代码“" + parent + "”", "there is no code \"" + parent + "\" to be the parent");
            }
        }
    }

    private static LayerType layer(YamlNode root, Map<String, CodeList> lists) {
        var members = root.members(LAYER_KEYS);
        List<Attribute> attributes = attributes(root.required(members, "attributes"), lists);
        YamlNode geometry = root.required(members, "geometry");
        if (geometry.text().equals("none")) {
            throw geometry.fault("图层要有图形；没有图形的写在 records/ 中", "a layer has shapes; what has none stands in records/");
        }
        attributes.stream().filter(a -> a.list() != null).findFirst().ifPresent(list -> {
            throw root.fault(
                    "图层的属性“" + list.name() + "”不能是列表；月表、曲线等作为记录写在 records/ 中",
                    "attribute \"" + list.name()
                            + "\" of a layer is no list; tables stand in records/, such as one of a lake's curve");
        });
        YamlNode aliases = members.get("aliases");
        LayerType layer = new LayerType(
                AttributeReader.identifier(root.required(members, "id")),
                root.required(members, "title").words(),
                AttributeReader.choice(geometry, GeometryKind.class),
                AttributeReader.choice(root.required(members, "role"), Role.class),
                root.required(members, "order").integer(),
                attributes,
                label(root.required(members, "label"), attributes),
                StyleReader.style(root.required(members, "style")),
                belt(members.get("belt"), attributes),
                aliases == null ? List.of() : aliases.texts());
        checkPlotLayer(root, layer);
        return layer;
    }

    private static LayerType record(YamlNode root, Map<String, CodeList> lists) {
        var members = root.members(RECORD_KEYS);
        List<Attribute> attributes = attributes(root.required(members, "attributes"), lists);
        return new LayerType(
                AttributeReader.identifier(root.required(members, "id")),
                root.required(members, "title").words(),
                GeometryKind.NONE,
                Role.CONTEXT,
                0,
                attributes,
                label(root.required(members, "label"), attributes),
                Style.NONE,
                null,
                List.of());
    }

    private static List<Attribute> attributes(YamlNode items, Map<String, CodeList> lists) {
        List<Attribute> attributes = new ArrayList<>();
        for (YamlNode item : items.items()) {
            Attribute attribute = AttributeReader.attribute(item, lists);
            if (attributes.stream().anyMatch(a -> a.name().equals(attribute.name()))) {
                throw item.fault(
                        "属性“" + attribute.name() + "”重复", "attribute \"" + attribute.name() + "\" is there twice");
            }
            if (attribute.role() != null && attributes.stream().anyMatch(a -> a.role() == attribute.role())) {
                String role = attribute.role().spelled();
                throw item.fault("角色“" + role + "”重复", "role \"" + role + "\" is there twice");
            }
            attributes.add(attribute);
        }
        return attributes;
    }

    /** What the ledger needs of a layer that adds green. */
    private static void checkPlotLayer(YamlNode root, LayerType layer) {
        if (!layer.addsGreen()) {
            return;
        }
        for (AttributeRole role : List.of(AttributeRole.STATUS, AttributeRole.EFFECT)) {
            Attribute attribute = layer.find(role).orElse(null);
            if (attribute == null || attribute.codeList() == null) {
                String name = role.spelled();
                throw root.fault(
                        "新增绿地图层需要带代码表的属性“" + name + "”(或 role: " + name + ")",
                        "a layer that adds green needs the coded attribute \"" + name + "\", or one with role: "
                                + name);
            }
        }
        boolean line = layer.geometry() == GeometryKind.LINE;
        if (layer.geometry() == GeometryKind.POINT || line != (layer.belt() != null)) {
            throw root.fault(
                    "新增绿地图层应为面，或带 belt（左右宽度）的线", "a layer that adds green is of polygons, or of lines with a belt");
        }
    }

    private static @Nullable Belt belt(@Nullable YamlNode node, List<Attribute> attributes) {
        if (node == null) {
            return null;
        }
        var members = node.members(Set.of("left", "right"));
        for (String side : List.of("left", "right")) {
            String name = node.required(members, side).text();
            if (attributes.stream().noneMatch(a -> a.name().equals(name) && a.type() == AttributeType.REAL)) {
                throw node.fault(
                        "belt 所指的数值属性“" + name + "”不存在", "the belt names \"" + name + "\", which is no real attribute");
            }
        }
        return new Belt(
                node.required(members, "left").text(),
                node.required(members, "right").text());
    }

    /** Every {@code {name}} of a label is an attribute of the layer. */
    private static String label(YamlNode node, List<Attribute> attributes) {
        var names = IN_BRACES.matcher(node.text());
        while (names.find()) {
            String name = names.group(1);
            if (attributes.stream().noneMatch(a -> a.name().equals(name) && a.list() == null)) {
                throw node.fault("没有可作名称的属性“" + name + "”", "there is no attribute \"" + name + "\" to be called by");
            }
        }
        return node.text();
    }
}
