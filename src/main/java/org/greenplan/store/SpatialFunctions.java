package org.greenplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.greenplan.crs.PlanCrs;
import org.greenplan.geo.GeoPackageBlob;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.sqlite.Function;

/** The predicates of PostGIS under their own names, for the embedded store: JTS answers as GEOS does; null in, null out. */
public final class SpatialFunctions {
    private SpatialFunctions() {}

    /** Whether a feature's geometry lies to a prepared literal as the name says. */
    private interface Relation {
        boolean holds(Geometry feature, PreparedGeometry literal);
    }

    public static void register(Connection connection) throws SQLException {
        register(connection, "ST_Intersects", (feature, literal) -> literal.intersects(feature));
        register(connection, "ST_Disjoint", (feature, literal) -> literal.disjoint(feature));
        register(connection, "ST_Within", (feature, literal) -> literal.contains(feature));
        register(connection, "ST_Contains", (feature, literal) -> literal.within(feature));
        register(connection, "ST_Touches", (feature, literal) -> literal.touches(feature));
        register(connection, "ST_Crosses", (feature, literal) -> literal.crosses(feature));
        register(connection, "ST_Overlaps", (feature, literal) -> literal.overlaps(feature));
        register(connection, "ST_Equals", (feature, literal) -> feature.equalsTopo(literal.getGeometry()));
        Function.create(connection, "greenplan_within_metres", new WithinMetres(), 4, Function.FLAG_DETERMINISTIC);
    }

    private static void register(Connection connection, String name, Relation relation) throws SQLException {
        Function.create(connection, name, new Predicate(relation), 2, Function.FLAG_DETERMINISTIC);
    }

    private static final class Predicate extends Function {
        private final Relation relation;
        private final Literals literals = new Literals();

        Predicate(Relation relation) {
            this.relation = relation;
        }

        @Override
        protected void xFunc() throws SQLException {
            byte[] feature = value_blob(0);
            byte[] literal = value_blob(1);
            if (feature == null || literal == null) {
                result();
            } else {
                result(relation.holds(GeoPackageBlob.decode(feature), literals.get(literal).prepared) ? 1 : 0);
            }
        }
    }

    /** Geometry in degrees, text of the plane, other geometry in that plane, metres. */
    private static final class WithinMetres extends Function {
        private final Literals literals = new Literals();
        private String text = "";
        private @Nullable PlanCrs plane;

        @Override
        protected void xFunc() throws SQLException {
            byte[] feature = value_blob(0);
            byte[] literal = value_blob(2);
            if (feature == null || literal == null) {
                result();
                return;
            }
            Geometry shape = plane(value_text(1)).toPlane(GeoPackageBlob.decode(feature));
            result(literals.get(literal).isWithin(shape, value_double(3)) ? 1 : 0);
        }

        /** A statement names one plane for all its rows. */
        private PlanCrs plane(String named) {
            PlanCrs known = plane;
            if (known == null || !named.equals(text)) {
                known = PlanCrs.of(named);
                plane = known;
                text = named;
            }
            return known;
        }
    }

    /** A literal of a filter, made ready once for the thousands of features it is held against. */
    private static final class Literal {
        private final byte[] blob;
        private final PreparedGeometry prepared;
        private final IndexedFacetDistance edges;

        Literal(byte[] blob) {
            this.blob = blob;
            Geometry geometry = GeoPackageBlob.decode(blob);
            this.prepared = PreparedGeometryFactory.prepare(geometry);
            this.edges = new IndexedFacetDistance(geometry);
        }

        /** Edges know nothing of an inside, hence the first question. */
        boolean isWithin(Geometry plane, double metres) {
            return prepared.intersects(plane) || edges.isWithinDistance(plane, metres);
        }
    }

    /** The last few literals of one connection, which one statement uses at a time. */
    private static final class Literals {
        private static final int KEPT = 8;
        private final List<Literal> kept = new ArrayList<>();

        Literal get(byte[] blob) {
            for (Literal literal : kept) {
                if (Arrays.equals(literal.blob, blob)) {
                    return literal;
                }
            }
            if (kept.size() == KEPT) {
                kept.remove(0);
            }
            Literal fresh = new Literal(blob);
            kept.add(fresh);
            return fresh;
        }
    }
}
