package org.greenplan.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.cql2.Cql2Text;
import org.greenplan.cql2.Filter;
import org.greenplan.cql2.FilterCrs;
import org.greenplan.crs.PlanCrs;
import org.greenplan.filter.LayerFilter;
import org.greenplan.filter.Naming;
import org.greenplan.ledger.LedgerTables;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.programme.TargetStore;
import org.greenplan.sql.Condition;
import org.greenplan.sql.Session;

/**
 * A question as a condition on the table of a layer, which is called by its name, joined with the ledger, which is called l. It holds names
 * of the catalogue and words of ours only; what somebody wrote travels as parameters.
 */
record PlotConditions(Session session, PlanProfile profile, PlotQuestion question) {
    private static final Condition ALWAYS = new Condition("1 = 1", List.of());

    /** The condition, nothing where no plot of the layer can meet it. */
    Optional<Condition> of(LayerType layer) {
        List<Condition> all = new ArrayList<>();
        if (!question.text().isBlank()) {
            var words = new Naming(question.text()).of(layer, session.dialect());
            if (words.isEmpty()) {
                return Optional.empty();
            }
            all.add(words.get());
        }
        Filter filter = question.filter();
        if (filter != null) {
            all.add(LayerFilter.ofLines(
                            session.catalogue(), layer, layers(session), PlanCrs.of(profile.plane()), filter)
                    .sql(session.dialect()));
        }
        for (Map.Entry<String, String> each : question.where().entrySet()) {
            var met = met(layer, each.getKey(), each.getValue());
            if (met.isEmpty()) {
                return Optional.empty();
            }
            all.add(met.get());
        }
        return Optional.of(joined(all));
    }

    /** The layers whose features are plots, in the order of the catalogue. */
    static List<LayerType> layers(Session session) {
        return session.catalogue().layers().stream().filter(l -> l.addsGreen()).toList();
    }

    /** Plots of a layer whose status no code list has. */
    static Condition unknownStatus(Session session, LayerType layer) {
        List<String> known =
                session.catalogue().statuses().stream().map(Code::code).toList();
        return layer.find(AttributeRole.STATUS)
                .map(a -> "coalesce(" + column(layer, a.name()) + ", '')")
                .filter(status -> !known.isEmpty())
                .map(status ->
                        new Condition(status + " NOT IN (" + Session.marks(known.size()) + ")", List.copyOf(known)))
                .orElse(ALWAYS);
    }

    private Optional<Condition> met(LayerType layer, String word, String value) {
        return switch (word) {
            case PlotQuestion.LAYER -> layer.id().equals(value) ? Optional.of(ALWAYS) : Optional.empty();
            case PlotQuestion.PLOT -> plot(layer, value);
            case PlotQuestion.TARGET -> new TargetStore(session, profile).counted(value, layer);
            case PlotQuestion.ZONE -> Optional.of(zone(layer, value));
            case PlotQuestion.BOX -> Optional.of(box(layer, value));
            default -> Optional.of(attribute(layer, word, value));
        };
    }

    private static Optional<Condition> plot(LayerType layer, String code) {
        String before = layer.id() + ".";
        String number = code.startsWith(before) ? code.substring(before.length()) : "";
        return number.matches("\\d{1,15}")
                ? Optional.of(new Condition(Session.quoted(layer.id()) + ".fid = ?", List.of(Long.valueOf(number))))
                : Optional.empty();
    }

    /** What touches a box of degrees. */
    private Condition box(LayerType layer, String corners) {
        if (!corners.matches("-?[\\d.]+(, *-?[\\d.]+){3}")) {
            throw new Problem.BadRequest(
                    Words.of(
                            "box 应为四个经纬度（西,南,东,北），例如 100.1,30.7,100.2,30.8。",
                            "box takes west, south, east and north in degrees, such as 100.1,30.7,100.2,30.8."),
                    PlotQuestion.BOX);
        }
        Filter touching = Cql2Text.read("S_INTERSECTS(geom, BBOX(" + corners + "))", FilterCrs.LON_LAT);
        Condition alone = LayerFilter.of(session.catalogue(), layer, PlanCrs.of(profile.plane()), touching)
                .sql(session.dialect());
        // Asked of the layer's table alone: the ledger beside it has a shape, too.
        String table = Session.quoted(layer.id());
        return new Condition(
                table + ".fid IN (SELECT fid FROM " + table + " WHERE " + alone.sql() + ")", alone.parameters());
    }

    /** What lies in no sub-district stands in the ledger under an empty name. */
    private static Condition zone(LayerType layer, String code) {
        int dot = code.lastIndexOf('.');
        String number = code.substring(dot + 1);
        boolean none = code.equals(PlotQuestion.NONE) || !number.matches("\\d{1,15}");
        return new Condition(
                "EXISTS (SELECT 1 FROM " + LedgerTables.SHARE + " s WHERE s.feature = " + Session.quoted(layer.id())
                        + ".fid AND s.layer = ? AND s.zone_layer = ? AND s.zone = ?)",
                List.of(layer.id(), none ? "" : code.substring(0, Math.max(0, dot)), none ? 0L : Long.valueOf(number)));
    }

    /** As the report groups: what is blank or missing is one value. */
    private Condition attribute(LayerType layer, String word, String value) {
        AttributeRole role = AttributeRole.named(word).orElseThrow();
        if (role == AttributeRole.STATUS && value.equals(PlotQuestion.UNKNOWN)) {
            return unknownStatus(session, layer);
        }
        String blank = "'" + PlotQuestion.NONE + "'";
        String text = layer.find(role)
                .map(a -> "coalesce(nullif(trim(CAST(" + column(layer, a.name()) + " AS TEXT)), ''), " + blank + ")")
                .orElse("CAST(" + blank + " AS TEXT)");
        return new Condition(text + " = ?", List.of(value));
    }

    static String column(LayerType layer, String attribute) {
        return Session.quoted(layer.id()) + "." + Session.quoted(attribute);
    }

    private static Condition joined(List<Condition> all) {
        if (all.isEmpty()) {
            return ALWAYS;
        }
        return new Condition(
                String.join(" AND ", all.stream().map(c -> "(" + c.sql() + ")").toList()),
                all.stream().<Object>flatMap(c -> c.parameters().stream()).toList());
    }
}
