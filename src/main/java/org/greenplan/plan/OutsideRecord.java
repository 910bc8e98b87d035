package org.greenplan.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.PlanCrs;
import org.greenplan.edition.CatalogueText;
import org.greenplan.feature.FeatureRef;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/** A record as another program left it, held against what its description cannot say alone: its values must fit each other and the others. */
record OutsideRecord(Session session, PlanCrs crs, LayerType kind, FeatureRef ref) {
    /** Why it cannot be taken with these values, each of which fits its attribute; nothing where it can. */
    Optional<Words> against(Map<String, @Nullable Object> attributes) {
        if (isIdentity() && PlanRecords.hasIdentityBeside(session, ref)) {
            return Optional.of(ONE_IDENTITY);
        }
        try {
            new RecordCheck(session.catalogue(), crs).of(kind, attributes, "properties");
            PlanRecords.requireOwnCode(session, ref, attributes);
            return Optional.empty();
        } catch (Problem.Invalid e) {
            return Optional.of(e.words());
        }
    }

    /** The values with those that the program keeps itself. */
    Map<String, @Nullable Object> kept(Map<String, @Nullable Object> attributes) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(attributes);
        if (isIdentity() && kept.containsKey(PlanRecords.CATALOGUE)) {
            kept.put(PlanRecords.CATALOGUE, CatalogueText.edition(session.catalogue()));
        }
        return kept;
    }

    /** What a plan is nobody's without. */
    boolean isIdentity() {
        return kind.id().equals(PlanRecords.IDENTITY);
    }

    /** Why an identity is neither added nor deleted. */
    static final Words ONE_IDENTITY =
            Words.of("每个规划只有一份规划信息，只能修改，不能新增或删除。", "A plan has one identity: it can be changed, not added or deleted.");
}
