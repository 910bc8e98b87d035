package org.greenplan.waters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.greenplan.crs.PlanCrs;
import org.greenplan.network.Edge;
import org.greenplan.network.Finding;
import org.greenplan.network.Network;
import org.greenplan.network.Node;
import org.greenplan.network.Touch;
import org.jspecify.annotations.Nullable;

/**
 * A network as rows of its tables: values in the order of the columns, the id first.
 *
 * @param byTable the rows of each table, by their ids
 */
record NetworkRows(Map<String, Map<String, List<@Nullable Object>>> byTable) {
    static NetworkRows none() {
        return new NetworkRows(Map.of());
    }

    static NetworkRows of(Network network, PlanCrs crs) {
        Map<String, Map<String, List<@Nullable Object>>> rows = new LinkedHashMap<>();
        rows.put(NetworkTables.TOUCH, rows(network.drawing().touches().values(), NetworkRows::touch));
        rows.put(NetworkTables.NODE, rows(network.topology().nodes(), node -> node(node, crs)));
        rows.put(NetworkTables.EDGE, rows(network.topology().edges(), NetworkRows::edge));
        rows.put(NetworkTables.FINDING, rows(network.findings(), finding -> finding(finding, crs)));
        return new NetworkRows(rows);
    }

    /** The rows of a table. */
    Map<String, List<@Nullable Object>> of(String table) {
        return byTable.getOrDefault(table, Map.of());
    }

    private static <T> Map<String, List<@Nullable Object>> rows(
            Collection<T> some, Function<T, List<@Nullable Object>> row) {
        Map<String, List<@Nullable Object>> rows = new LinkedHashMap<>();
        for (T one : some) {
            List<@Nullable Object> values = row.apply(one);
            rows.put(String.valueOf(values.get(0)), values);
        }
        return rows;
    }

    private static List<@Nullable Object> touch(Touch touch) {
        return List.of(
                touch.key(),
                touch.how().name(),
                touch.a().id(),
                (long) touch.a().part(),
                touch.a().fromM(),
                touch.a().toM(),
                touch.b().id(),
                (long) touch.b().part(),
                touch.b().fromM(),
                touch.b().toM(),
                touch.x(),
                touch.y(),
                touch.amount());
    }

    private static List<@Nullable Object> node(Node node, PlanCrs crs) {
        var place = crs.projection().inverse(node.x(), node.y());
        return List.of(
                node.id(),
                node.type().name(),
                place.lonDeg(),
                place.latDeg(),
                String.join(" ", node.features()),
                node.snappedM());
    }

    private static List<@Nullable Object> edge(Edge edge) {
        return List.of(edge.id(), edge.feature(), (long) edge.part(), edge.fromM(), edge.toM(), edge.from(), edge.to());
    }

    private static List<@Nullable Object> finding(Finding finding, PlanCrs crs) {
        var place = crs.projection().inverse(finding.x(), finding.y());
        List<@Nullable Object> values =
                new ArrayList<>(List.of(finding.id(), finding.type().name(), finding.feature()));
        values.add(finding.attribute());
        values.addAll(List.of(
                String.join(" ", finding.others()),
                place.lonDeg(),
                place.latDeg(),
                finding.what().zh(),
                finding.what().en(),
                finding.remedy().zh(),
                finding.remedy().en()));
        return values;
    }
}
