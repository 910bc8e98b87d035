package org.greenplan.edition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.CodeList;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.list.ListColumn;
import org.greenplan.list.ListForm;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's catalogue becomes when another is offered: layers, attributes and codes that it lacks are added, whatever it has stays as
 * it is. Where one and the same thing is of another type here and there, nothing is added at all.
 *
 * @param catalogue the plan's, with what was added
 * @param added what was added, in words
 * @param against what stands against adding anything, in words
 */
public record Growth(Catalogue catalogue, List<Words> added, List<Words> against) {
    public Growth {
        added = List.copyOf(added);
        against = List.copyOf(against);
    }

    /** What the plan's own catalogue and the one that a program brings along make together. */
    public static Growth of(Catalogue plans, Catalogue offered) {
        if (plans.equals(offered)) {
            return new Growth(plans, List.of(), List.of());
        }
        var merging = new Merging(plans);
        Map<String, CodeList> lists = new LinkedHashMap<>(plans.codeLists());
        offered.codeLists().values().forEach(list -> lists.merge(list.id(), list, merging::codes));
        List<LayerType> layers = merging.types(plans.layers(), offered.layers());
        List<LayerType> records = merging.types(plans.records(), offered.records());
        return merging.against.isEmpty()
                ? new Growth(sorted(new Catalogue(layers, records, lists)), merging.added, List.of())
                : new Growth(plans, List.of(), merging.against);
    }

    /** The same in the order in which its texts are read, so that it is the same before and after it was stored. */
    private static Catalogue sorted(Catalogue catalogue) {
        return catalogue.withLayers(catalogue.layers().stream()
                .sorted(java.util.Comparator.comparingInt(LayerType::order))
                .toList());
    }

    /** Lays the offered catalogue over the plan's and notes what it does. */
    private static final class Merging {
        private final Catalogue plans;
        private final List<Words> added = new ArrayList<>();
        private final List<Words> against = new ArrayList<>();

        Merging(Catalogue plans) {
            this.plans = plans;
        }

        /** Codes come behind the one before them; those that the plan has keep their order, and the same rank where they share one. */
        CodeList codes(CodeList had, CodeList offered) {
            List<Code> all = new ArrayList<>(had.codes());
            int place = 0;
            for (Code code : offered.codes()) {
                Optional<Code> known =
                        all.stream().filter(c -> c.code().equals(code.code())).findFirst();
                if (known.isPresent()) {
                    place = all.indexOf(known.get()) + 1;
                    continue;
                }
                int rank = place == 0 ? 0 : all.get(place - 1).rank();
                all.replaceAll(c -> c.rank() > rank ? ranked(c, c.rank() + 1) : c);
                while (place < all.size() && all.get(place).rank() == rank) {
                    place++;
                }
                all.add(place++, ranked(code, rank + 1));
                added.add(Words.of(
                        "代码表“" + had.title().zh() + "”的 " + code.title().zh(),
                        "code " + code.code() + " of " + had.title().en()));
            }
            return new CodeList(had.id(), had.title(), had.source(), had.edition(), all);
        }

        private static Code ranked(Code code, int rank) {
            return new Code(
                    code.code(),
                    code.title(),
                    code.parent(),
                    rank,
                    code.colour(),
                    code.darkColour(),
                    code.addsGreen(),
                    code.severity());
        }

        List<LayerType> types(List<LayerType> had, List<LayerType> offered) {
            List<LayerType> all = new ArrayList<>(had);
            for (LayerType type : offered) {
                LayerType known = plans.find(type.id()).orElse(null);
                if (known == null) {
                    all.add(oneDistrict(type));
                    added.add(
                            type.isRecord()
                                    ? Words.of("记录“" + type.title().zh() + "”", "records " + type.id())
                                    : Words.of("图层“" + type.title().zh() + "”", "layer " + type.id()));
                } else if (known.geometry() != type.geometry()) {
                    against.add(Words.of(
                            "图层 " + type.id() + " 的图形类型(规划中是 " + known.geometry() + "，目录中是 " + type.geometry() + ")",
                            "the shapes of " + type.id() + " (" + known.geometry() + " in the plan, " + type.geometry()
                                    + " in the catalogue)"));
                } else {
                    all.set(all.indexOf(known), grown(known, type));
                }
            }
            return all;
        }

        /** A plan has one district: a boundary that comes to it later is one of its parts. */
        private LayerType oneDistrict(LayerType type) {
            return type.role() == Role.BOUNDARY && plans.district().isPresent() ? type.with(Role.ZONE) : type;
        }

        private LayerType grown(LayerType had, LayerType offered) {
            List<Attribute> all = new ArrayList<>(had.attributes());
            for (Attribute attribute : offered.attributes()) {
                Attribute known = had.find(attribute.name()).orElse(null);
                if (known == null) {
                    all.add(attribute.with(free(attribute.role(), all)));
                    added.add(Words.of(
                            "“" + had.title().zh() + "”的属性“" + attribute.title().zh() + "”",
                            "attribute " + had.id() + "." + attribute.name()));
                } else if (known.type() != attribute.type() || !isLike(known.list(), attribute.list())) {
                    against.add(Words.of(
                            had.id() + "." + known.name() + " 的类型(规划中是 " + known.type() + "，目录中是 " + attribute.type()
                                    + ")",
                            "the type of " + had.id() + "." + known.name() + " (" + known.type() + " in the plan, "
                                    + attribute.type() + " in the catalogue)"));
                } else if (known.list() != null && attribute.list() != null) {
                    all.set(all.indexOf(known), known.with(columns(had, known, known.list(), attribute.list())));
                }
            }
            return had.with(all);
        }

        private static boolean isLike(@Nullable ListForm had, @Nullable ListForm offered) {
            if (had == null || offered == null) {
                return had == null && offered == null;
            }
            return had.isLike(offered);
        }

        private ListForm columns(LayerType type, Attribute attribute, ListForm had, ListForm offered) {
            ListForm grown = had.grown(offered);
            for (ListColumn column : grown.columns()) {
                if (had.find(column.name()).isEmpty()) {
                    added.add(Words.of(
                            "“" + type.title().zh() + "”的“" + attribute.title().zh() + "”的列“"
                                    + column.title().zh() + "”",
                            "column " + type.id() + "." + attribute.name() + "." + column.name()));
                }
            }
            return grown;
        }

        /** A role that an attribute of the plan has stays with it. */
        private static @Nullable AttributeRole free(@Nullable AttributeRole role, List<Attribute> all) {
            return all.stream().anyMatch(a -> a.role() == role) ? null : role;
        }
    }
}
