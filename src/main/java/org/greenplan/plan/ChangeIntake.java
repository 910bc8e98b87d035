package org.greenplan.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.PlanCrs;
import org.greenplan.edition.CatalogueText;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.Notice;
import org.greenplan.follow.Ground;
import org.greenplan.geo.GeometryRepair;
import org.greenplan.geo.PlotSize;
import org.greenplan.history.Heading;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes what arrives fit for storing, before any transaction begins: attributes checked, shapes mended, all or nothing.
 *
 * @param planYear the year of plots that say none
 */
public record ChangeIntake(Catalogue catalogue, PlanCrs crs, int planYear) {
    private static final int MAX_AUTHOR = 100;
    private static final int MAX_COMMENT = 500;

    /** Changes fit for storing, and what was done to them. */
    public record Ready(List<Change> changes, List<Notice> notices) {
        public Ready {
            changes = List.copyOf(changes);
            notices = List.copyOf(notices);
        }
    }

    /** By what a transaction sees of the plan. */
    static ChangeIntake of(Ground ground) {
        return new ChangeIntake(
                ground.catalogue(), ground.crs(), ground.settings().year());
    }

    Ready ready(Changeset changeset) {
        author(changeset.author());
        if (changeset.comment().length() > MAX_COMMENT || !printable(changeset.comment())) {
            throw invalid(
                    "comment",
                    "说明最多 " + MAX_COMMENT + " 个字，且不含不可见字符。",
                    "The comment may have " + MAX_COMMENT + " characters, all of them visible.");
        }
        if (changeset.changes().isEmpty()) {
            throw invalid("changes", "没有要保存的修改。", "There is nothing to save: the list of changes is empty.");
        }
        for (int i = 0; i < changeset.changes().size(); i++) {
            Change change = changeset.changes().get(i);
            if (change.layer().equals(PlanRecords.IDENTITY)
                    && (change instanceof Change.Create || change instanceof Change.Delete)) {
                throw new Problem.Invalid(OutsideRecord.ONE_IDENTITY, "changes[" + i + "].op");
            }
        }
        return fit(changeset.changes());
    }

    /** Changes of whoever, the program too. */
    Ready fit(List<Change> given) {
        var changes = new ArrayList<Change>();
        var notices = new ArrayList<Notice>();
        Set<FeatureRef> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            Change change = given.get(i);
            FeatureRef ref =
                    change instanceof Change.Replace r ? r.ref() : change instanceof Change.Delete d ? d.ref() : null;
            if (ref != null && !seen.add(ref)) {
                Words called = ref.called(catalogue, null);
                throw invalid(
                        "changes[" + i + "]",
                        called.zh() + "修改了两次，请合并为一次。",
                        called.en() + " is changed twice. Make it one change.");
            }
            changes.add(one(change, i, AttributeCheck.Need.WHOLE, notices));
        }
        return new Ready(changes, notices);
    }

    /** A shape under the hand: nothing is required of its form yet. */
    Ready draft(Change draft) {
        var notices = new ArrayList<Notice>();
        Change change = one(draft, 0, AttributeCheck.Need.DRAFT, notices);
        return new Ready(List.of(change), notices);
    }

    /** A person's name; those that stand in history for what no person did are refused, however they are spelled. */
    static String author(String author) {
        if (Heading.meansNoPerson(author)) {
            throw invalid(
                    "author",
                    "“" + author.strip() + "”是程序自己的名称，请填写您的姓名。",
                    "\"" + author.strip() + "\" stands in history for what no person did. Give your own name.");
        }
        if (author.isBlank() || author.length() > MAX_AUTHOR || !printable(author)) {
            throw invalid(
                    "author",
                    "请填写作者姓名（最多 " + MAX_AUTHOR + " 个字）。",
                    "Say who you are: a name of at most " + MAX_AUTHOR + " characters.");
        }
        return author;
    }

    /** Neither database keeps a null character or half a character pair as it is. */
    static boolean printable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private Change one(Change change, int index, AttributeCheck.Need need, List<Notice> notices) {
        LayerType layer = catalogue.get(change.layer());
        String field = "changes[" + index + "].feature";
        if (change instanceof Change.Create create) {
            var needed = need == AttributeCheck.Need.WHOLE ? AttributeCheck.Need.NEW : need;
            return new Change.Create(
                    layer.id(),
                    create.id(),
                    create.version(),
                    attributes(layer, create.attributes(), needed, field + ".properties"),
                    shape(layer, create.geometry(), field + ".geometry", index, notices));
        }
        if (change instanceof Change.Replace replace) {
            return new Change.Replace(
                    replace.ref(),
                    replace.baseVersion(),
                    attributes(layer, replace.attributes(), need, field + ".properties"),
                    shape(layer, replace.geometry(), field + ".geometry", index, notices));
        }
        return change;
    }

    private Map<String, @Nullable Object> attributes(
            LayerType layer, Map<String, @Nullable Object> given, AttributeCheck.Need need, String field) {
        Map<String, @Nullable Object> checked = new AttributeCheck(catalogue, layer, planYear).of(given, need, field);
        if (layer.isRecord()) {
            new RecordCheck(catalogue, crs).of(layer, checked, field);
            if (layer.id().equals(PlanRecords.IDENTITY) && checked.containsKey(PlanRecords.CATALOGUE)) {
                checked.put(PlanRecords.CATALOGUE, CatalogueText.edition(catalogue));
            }
        }
        return checked;
    }

    private Geometry shape(LayerType layer, Geometry given, String field, int index, List<Notice> notices) {
        try {
            GeometryRepair.Repaired repaired = repaired(layer, given, crs);
            repaired.notices().forEach(note -> notices.add(Notice.of(note, index)));
            return repaired.geometry();
        } catch (Problem.Invalid e) {
            Map<String, Object> details = new LinkedHashMap<>(e.details());
            throw new Problem.Invalid(e.words(), field, details);
        }
    }

    /** The shape as the layer keeps it, lon/lat degrees; polygons are looked at in the plan's plane. */
    public static GeometryRepair.Repaired repaired(LayerType layer, @Nullable Geometry given, PlanCrs crs) {
        if (layer.isRecord()) {
            return new GeometryRepair.Repaired(Feature.NO_SHAPE, List.of());
        }
        if (given == null) {
            throw invalid("geometry", "缺少图形，请在地图上画出它。", "The shape is missing. Draw it on the map.");
        }
        var repaired =
                switch (layer.geometry()) {
                    case POINT -> GeometryRepair.point(given, crs);
                    case LINE -> GeometryRepair.line(given, crs);
                    case POLYGON -> GeometryRepair.polygon(given, crs);
                    case NONE -> throw new IllegalStateException(layer.id());
                };
        if (layer.addsGreen()) {
            PlotSize.require(repaired.geometry(), crs);
        }
        return repaired;
    }

    private static Problem.Invalid invalid(String field, String zh, String en) {
        return new Problem.Invalid(Words.of(zh, en), field);
    }
}
