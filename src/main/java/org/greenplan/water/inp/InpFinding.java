package org.greenplan.water.inp;

import java.util.function.UnaryOperator;
import org.greenplan.problem.Words;

/**
 * Why no file is written.
 *
 * @param at id of the place, link, or whatever lacks the number
 * @param field which number, empty where none is meant
 */
public record InpFinding(Kind kind, String at, String field) {
    /** What kind of fault. */
    public enum Kind {
        /** A number of the network is missing. */
        MISSING,
        /** Nobody has said where it is. */
        NO_PLACE,
        /** Nobody has said how high a junction's bed is. */
        NO_BED,
        /** No junction leaves the district: neither engine runs without a way out. */
        NO_OUTFALL,
        /** No link touches it, which EPANET refuses. */
        UNCONNECTED
    }

    /** A sentence for a planner, with the way out. */
    public Words words() {
        return words(id -> id);
    }

    /** The same, with what people call a place or link instead of its id. */
    public Words words(UnaryOperator<String> name) {
        String of = name.apply(at);
        return switch (kind) {
            case MISSING ->
                Words.of(of + " 缺少 " + field + "，补上后再导出。", of + " lacks " + field + "; enter it, then export.");
            case NO_PLACE -> Words.of(of + " 没有位置，画在图上后再导出。", of + " has no place; draw it, then export.");
            case NO_BED -> Words.of(of + " 缺少底高程，填写后再导出。", of + " lacks the level of its bed; enter it, then export.");
            case NO_OUTFALL ->
                Words.of("没有出口：至少要有一个节点通向区外。", "There is no way out: one junction at least has to leave the district.");
            case UNCONNECTED ->
                Words.of(of + " 没有连线相接，接上或删去后再导出。", "No link touches " + of + "; join it or remove it, then export.");
        };
    }
}
