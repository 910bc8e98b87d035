package org.greenplan.waters;

import static org.greenplan.sql.Table.integer;
import static org.greenplan.sql.Table.text;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.sql.Table;
import org.greenplan.store.Part;

/** The water network as a part of a plan. Each row of its tables has an id that is the same as long as the row says the same. */
public final class NetworkTables {
    /** Where two features touch, cross, or one lies on farmland. */
    public static final String TOUCH = "greenplan_water_touch";
    /** Lakes, structures, and places where lines meet or end. */
    public static final String NODE = "greenplan_water_node";
    /** Stretches of lines from node to node. */
    public static final String EDGE = "greenplan_water_edge";
    /** What keeps water from running. */
    public static final String FINDING = "greenplan_water_finding";

    /** Its method is what touches, how nodes are made, and what is told. */
    public static final Part PART =
            new Part("water network", new Part.Version(1, 2), List.of(touch(), node(), edge(), finding()), List.of());

    private NetworkTables() {}

    private static Table.Column real(String name) {
        return new Table.Column(name, AttributeType.REAL);
    }

    private static Table touch() {
        return table(
                TOUCH,
                "水系相接 water: touches",
                text("how"),
                text("a"),
                integer("a_part"),
                real("a_from_m"),
                real("a_to_m"),
                text("b"),
                integer("b_part"),
                real("b_from_m"),
                real("b_to_m"),
                real("east_m"),
                real("north_m"),
                real("amount"));
    }

    private static Table node() {
        return table(
                NODE, "水系节点 water: nodes", text("type"), real("lon"), real("lat"), text("features"), real("snapped_m"));
    }

    private static Table edge() {
        return table(
                EDGE,
                "水系线段 water: edges",
                text("feature"),
                integer("part"),
                real("from_m"),
                real("to_m"),
                text("from_node"),
                text("to_node"));
    }

    private static Table finding() {
        return table(
                FINDING,
                "水系问题 water: findings",
                text("type"),
                text("feature"),
                text("attribute"),
                text("others"),
                real("lon"),
                real("lat"),
                text("zh"),
                text("en"),
                text("remedy_zh"),
                text("remedy_en"));
    }

    private static Table table(String name, String title, Table.Column... columns) {
        List<Table.Column> all = new ArrayList<>(List.of(text("id")));
        all.addAll(List.of(columns));
        return new Table(name, title, null, all, List.of("id"));
    }
}
