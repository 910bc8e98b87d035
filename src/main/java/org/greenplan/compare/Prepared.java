package org.greenplan.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.recognise.Taking;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a file, mended, mapped and compared: everything that the changeset will do, and what it leaves out.
 *
 * @param already features of the plan that records are by id, key or shape though all records shall be new, by the records' numbers
 * @param repeats records that have the shape of an earlier one of the same import
 * @param noPieces why plots that the records would make are no pieces for a target, by the records' numbers
 */
public record Prepared(
        LayerChoice choice,
        LayerType layer,
        List<Difference> differences,
        List<Taking.Refused> refused,
        Map<Long, FeatureRef> already,
        List<Repeats.Repeat> repeats,
        Map<Long, List<NotCounted>> noPieces) {
    public Prepared {
        noPieces = Map.copyOf(noPieces);
        differences = List.copyOf(differences);
        refused = List.copyOf(refused);
        already = Map.copyOf(already);
        repeats = List.copyOf(repeats);
    }

    /** A layer of which nothing is in the plan already. */
    public Prepared(LayerChoice choice, LayerType layer, List<Difference> differences, List<Taking.Refused> refused) {
        this(choice, layer, differences, refused, Map.of());
    }

    /** The same with what is known of records that are no pieces. */
    public Prepared withNoPieces(Map<Long, List<NotCounted>> why) {
        return new Prepared(choice, layer, differences, refused, already, repeats, why);
    }

    /**
     * Why a record's plot would not count.
     *
     * @param cause what it has in common with others
     * @param why the same with its own figure
     */
    public record NotCounted(Words cause, Words why) {}

    /** What a record that is new or changed, and not left out, would write. */
    public record Wish(long number, Change change) {}

    /** What the records that are taken would write, in the order of the file. */
    public List<Wish> wished() {
        List<Wish> wished = new ArrayList<>();
        for (Difference difference : differences) {
            Taking.Taken taken = difference.taken();
            Feature before = difference.before();
            if (taken == null || left(taken)) {
                continue;
            }
            if (difference.state() == Difference.State.NEW) {
                var create = new Change.Create(layer.id(), null, 1, taken.attributes(), taken.shape());
                wished.add(new Wish(taken.number(), create));
            } else if (before != null && difference.state() == Difference.State.CHANGED) {
                wished.add(new Wish(taken.number(), replace(difference, taken, before)));
            }
        }
        return wished;
    }

    /** A layer in which nothing repeats itself. */
    public Prepared(
            LayerChoice choice,
            LayerType layer,
            List<Difference> differences,
            List<Taking.Refused> refused,
            Map<Long, FeatureRef> already) {
        this(choice, layer, differences, refused, already, List.of(), Map.of());
    }

    /** The same with other vanished features. */
    Prepared differing(List<Difference> others) {
        return new Prepared(choice, layer, others, refused, already, repeats, noPieces);
    }

    /**
     * The same with what its file holds more than once.
     *
     * @param instead records as they shall be taken, or not; each is the very one, for a block's parts share a number
     */
    Prepared repeating(IdentityHashMap<Taking.Taken, Optional<Taking.Taken>> instead, List<Repeats.Repeat> again) {
        List<Difference> left = new ArrayList<>();
        for (Difference difference : differences) {
            Taking.Taken taken = difference.taken();
            Optional<Taking.Taken> other = taken == null ? null : instead.get(taken);
            if (other == null) {
                left.add(difference);
            } else {
                other.map(Difference::fresh).ifPresent(left::add);
            }
        }
        return new Prepared(choice, layer, left, refused, already, again, noPieces);
    }

    /** Numbers of the records that have the shape of an earlier one. */
    public Set<Long> again() {
        Set<Long> numbers = new HashSet<>();
        repeats.forEach(r -> numbers.addAll(r.again()));
        return numbers;
    }

    /** One line for a command line. */
    public String summary() {
        StringBuilder line = new StringBuilder(layer.id()).append(':');
        for (Difference.State state : Difference.State.values()) {
            long count = differences.stream().filter(d -> d.state() == state).count();
            line.append(' ')
                    .append(state.name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(count);
        }
        refused.stream().limit(10).forEach(r -> line.append("\n  ")
                .append(r.number())
                .append(r.name().isEmpty() ? "" : " " + r.name())
                .append(": ")
                .append(r.reason().zh())
                .append(' ')
                .append(r.reason().en()));
        line.append("\n  refused ").append(refused.size());
        if (!already.isEmpty()) {
            line.append("\n  规划中已有 already in the plan ").append(already.size()).append(" (--mode update)");
        }
        repeats.stream().limit(10).forEach(r -> line.append("\n  ")
                .append(r.first())
                .append(": 同一图形出现 ")
                .append(r.again().size() + 1)
                .append(" 次 the same shape ")
                .append(r.again().size() + 1)
                .append(" times (--skip-repeated)"));
        return line.toString();
    }

    /** The changes, by what the planner chose. */
    public List<Change> changes() {
        if (!choice.skipRefused()) {
            requireSomeTaken(List.of(this));
        }
        if (!choice.skipRefused() && !refused.isEmpty()) {
            Taking.Refused first = refused.get(0);
            throw new Problem.Invalid(
                    Words.of(
                            refused.size() + " 条记录无法导入，首条为第 " + first.number() + " 条（表格按行号）："
                                    + first.reason().zh() + " 请修正文件，或勾选“跳过无法导入的记录”。",
                            refused.size() + " records cannot be taken, first record " + first.number()
                                    + " (in a sheet, its row): "
                                    + first.reason().en() + " Mend the file, or choose to leave such records out."),
                    "layers[" + choice.source() + "].skipRefused");
        }
        List<Change> changes = new ArrayList<>();
        Set<Long> again = choice.skipRepeated() ? again() : Set.of();
        for (Difference difference : differences) {
            Taking.Taken taken = difference.taken();
            boolean skipped =
                    taken != null && difference.state() == Difference.State.NEW && again.contains(taken.number());
            Change change = skipped ? null : change(difference);
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    /** Refuses an import of which nothing can be taken as what it is: leaving such records out would leave nothing. */
    public static void requireSomeTaken(List<Prepared> layers) {
        int refused = layers.stream().mapToInt(layer -> layer.refused().size()).sum();
        boolean none = layers.stream()
                .allMatch(layer -> layer.differences().stream().allMatch(difference -> difference.taken() == null));
        if (!none || refused == 0) {
            return;
        }
        Prepared layer =
                layers.stream().filter(l -> !l.refused().isEmpty()).findFirst().orElseThrow();
        Taking.Refused first = layer.refused().get(0);
        throw new Problem.Invalid(
                Words.of(
                        "全部 " + refused + " 条记录都无法导入，首条为第 " + first.number() + " 条（表格按行号）："
                                + first.reason().zh() + " 请检查坐标系、图层和字段的选择，或修正文件。",
                        "All " + refused + " records were refused, the first is record " + first.number()
                                + " (in a sheet, its row): " + first.reason().en()
                                + " Check the coordinate system, the layer and the fields chosen, or mend the file."),
                "layers[" + layer.choice().source() + "]");
    }

    private @Nullable Change change(Difference difference) {
        Taking.Taken taken = difference.taken();
        Feature before = difference.before();
        return switch (difference.state()) {
            case NEW ->
                taken == null || left(taken)
                        ? null
                        : new Change.Create(layer.id(), null, 1, taken.attributes(), taken.shape());
            case CHANGED -> taken == null || before == null || left(taken) ? null : replace(difference, taken, before);
            case SAME -> null;
            case VANISHED ->
                before == null || !removed(before) ? null : new Change.Delete(before.ref(), before.version());
            case CONFLICT -> decided(difference, taken, before);
        };
    }

    /** What the file wants, where the planner let it win. */
    private @Nullable Change decided(Difference difference, Taking.@Nullable Taken taken, @Nullable Feature now) {
        FeatureRef ref = difference.ref();
        if (ref == null || !choice.overwrite().contains(ref.id())) {
            return null;
        }
        if (now == null) {
            return taken == null
                    ? null
                    : new Change.Create(
                            layer.id(), ref.id(), difference.versionIfRestored(), taken.attributes(), taken.shape());
        }
        return taken == null ? new Change.Delete(ref, now.version()) : replace(difference, taken, now);
    }

    /** Conflicts that nobody has decided. */
    public List<Difference> undecided() {
        return differences.stream()
                .filter(d -> d.state() == Difference.State.CONFLICT)
                .filter(d -> !choice.overwrite()
                        .contains(java.util.Objects.requireNonNull(d.ref()).id()))
                .toList();
    }

    private boolean left(Taking.Taken taken) {
        return choice.leaveOut().contains(taken.number());
    }

    private boolean removed(Feature feature) {
        return switch (choice.mode()) {
            case NEW -> false;
            case UPDATE -> choice.remove().contains(feature.ref().id());
            case REPLACE, CHECKIN -> true;
        };
    }

    private static Change replace(Difference difference, Taking.Taken taken, Feature before) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(before.attributes());
        difference.attributesChanged().forEach(name -> attributes.put(name, Comparison.value(taken, name)));
        return new Change.Replace(
                before.ref(),
                before.version(),
                attributes,
                difference.shapeChanged() ? taken.shape() : before.geometry());
    }
}
