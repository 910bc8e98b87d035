package org.greenplan.waters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.network.Drawn;
import org.greenplan.network.Edge;
import org.greenplan.network.Finding;
import org.greenplan.network.Network;
import org.greenplan.network.Node;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a line of water would join if it stood as it is drawn, so that nobody has to be asked for it.
 *
 * @param from where its water comes from; null where that end touches nothing
 * @param to where its water goes
 * @param lengthM in the plan's plane
 * @param findings that are about the line, but for values that nobody has filled in yet
 */
public record LinkEnds(@Nullable End from, @Nullable End to, double lengthM, List<Finding> findings) {
    /**
     * An end.
     *
     * @param name of the lake, the structure or the line that is touched
     * @param levelM that somebody gave it, or null
     */
    public record End(String feature, String name, @Nullable Double levelM) {}

    public LinkEnds {
        findings = List.copyOf(findings);
    }

    /** Of a line of a network. */
    static LinkEnds of(Network network, String line) {
        List<Edge> edges = network.topology().edges().stream()
                .filter(edge -> edge.feature().equals(line))
                .toList();
        double lengthM = network.drawing().thing(line).shape().getLength();
        List<Finding> findings = network.findings().stream()
                .filter(finding ->
                        finding.feature().equals(line) || finding.others().contains(line))
                .filter(finding -> finding.type() != Finding.Type.MISSING && finding.type() != Finding.Type.UPHILL)
                .toList();
        return edges.isEmpty()
                ? new LinkEnds(null, null, lengthM, findings)
                : new LinkEnds(
                        end(network, edges.get(0).from(), line),
                        end(network, edges.get(edges.size() - 1).to(), line),
                        lengthM,
                        findings);
    }

    private static @Nullable End end(Network network, String id, String line) {
        Node node = network.topology().node(id);
        List<String> others = node.features().stream()
                .filter(feature -> !feature.equals(line))
                .toList();
        if (others.isEmpty()) {
            return null;
        }
        Drawn stands = network.drawing().thing(others.contains(node.id()) ? node.id() : others.get(0));
        return new End(stands.id(), stands.name(), network.drawing().levelM(node));
    }

    /** How far its water has to rise, metres, less than nothing where it falls; null where a level lacks. */
    public @Nullable Double riseM() {
        Double low = from == null ? null : from.levelM();
        Double high = to == null ? null : to.levelM();
        return low == null || high == null ? null : Double.valueOf(high - low);
    }

    /** As maps, lists and numbers. */
    public Map<String, @Nullable Object> map() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("from", from == null ? null : map(from));
        map.put("to", to == null ? null : map(to));
        map.put("length_m", lengthM);
        Double riseM = riseM();
        map.put("rise_m", riseM);
        map.put("way", riseM == null ? "unknown" : riseM > 0 ? "pump" : "gravity");
        map.put(
                "findings",
                findings.stream()
                        .map(finding -> Map.of("what", words(finding.what()), "remedy", words(finding.remedy())))
                        .toList());
        return map;
    }

    private static Map<String, @Nullable Object> map(End end) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("feature", end.feature());
        map.put("name", end.name());
        map.put("level_m", end.levelM());
        return map;
    }

    private static Map<String, Object> words(Words words) {
        return Map.of("zh", words.zh(), "en", words.en());
    }
}
