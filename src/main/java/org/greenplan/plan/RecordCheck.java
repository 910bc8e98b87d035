package org.greenplan.plan;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.PlanCrs;
import org.greenplan.crs.Planes;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.programme.TargetSums;
import org.jspecify.annotations.Nullable;

/** What the description of a record cannot say alone: values that must be readable, or fit each other. */
record RecordCheck(Catalogue catalogue, PlanCrs crs) {
    private static final Map<String, Set<String>> UNITS =
            Map.of("net area", Set.of("m2", "mu", "ha"), "length", Set.of("m", "km"), "count", Set.of("count"));

    /** @param field name of the properties for problems */
    void of(LayerType kind, Map<String, @Nullable Object> attributes, String field) {
        if (kind.id().equals(PlanRecords.IDENTITY)) {
            identity(attributes, field);
        } else if (kind.id().equals(PlanRecords.TARGET)) {
            target(attributes, field);
        }
    }

    private static void identity(Map<String, @Nullable Object> identity, String field) {
        code(identity, field);
        try {
            Planes.of(String.valueOf(identity.get("plane")));
        } catch (Problem.Invalid e) {
            throw new Problem.Invalid(e.words(), field + ".plane");
        }
        if (identity.get("time_zone") instanceof String zone) {
            try {
                ZoneId.of(zone);
            } catch (DateTimeException e) {
                throw invalid(
                        field + ".time_zone",
                        "“时区”应为 IANA 时区表中的名称，或如 UTC+8。",
                        "The time zone is a name of the IANA list, or one such as UTC+8.");
            }
        }
    }

    private void target(Map<String, @Nullable Object> target, String field) {
        code(target, field);
        String measure = String.valueOf(target.get("measure"));
        Set<String> units = UNITS.getOrDefault(measure, Set.of());
        if (!units.contains(String.valueOf(target.get("unit")))) {
            throw invalid(
                    field + ".unit",
                    "“单位”与“计量”不符，可用 " + units + "。",
                    "The unit does not fit the measure. Use one of " + units + ".");
        }
        for (String id : PlanRecords.layers((String) target.get("layers"))) {
            if (catalogue.findLayer(id).filter(LayerType::addsGreen).isEmpty()) {
                var known = catalogue.layers().stream()
                        .filter(LayerType::addsGreen)
                        .map(LayerType::id)
                        .toList();
                throw invalid(
                        field + ".layers",
                        "“图层”中没有新增绿地图层“" + id + "”，可用 " + known + "。",
                        "\"" + id + "\" is no layer that adds green. Name some of " + known + ".");
            }
        }
        filter(target, field);
    }

    /** Asked of no plot, a programme of this one target tells whether its filter can be. */
    private void filter(Map<String, @Nullable Object> target, String field) {
        Words any = Words.of("目标", "Target");
        var alone = new PlanProfile("check", any, any, 2000, crs.plane(), false, List.of(PlanRecords.line(target)));
        try {
            TargetSums.requireFilters(alone, catalogue);
        } catch (Problem.BadRequest | Problem.Invalid e) {
            throw new Problem.Invalid(e.words(), field + ".filter");
        }
    }

    /** It stands in names of files and in addresses. */
    private static void code(Map<String, @Nullable Object> record, String field) {
        if (!String.valueOf(record.get("code")).matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
            throw invalid(field + ".code", "“代号”只用字母、数字、_ 和 -。", "The code has letters, digits, _ and - only.");
        }
    }

    private static Problem.Invalid invalid(String field, String zh, String en) {
        return new Problem.Invalid(Words.of(zh, en), field);
    }
}
