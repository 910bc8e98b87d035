package org.greenplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.ToDoubleFunction;
import org.greenplan.geo.GeoPackageBlob;
import org.locationtech.jts.geom.Envelope;
import org.sqlite.Function;

/** The functions that the R-tree triggers of the GeoPackage standard call: ST_IsEmpty and the four sides of the envelope. */
public final class GeoPackageFunctions {
    private GeoPackageFunctions() {}

    public static void register(Connection connection) throws SQLException {
        Function.create(connection, "ST_MinX", new Side(Envelope::getMinX));
        Function.create(connection, "ST_MaxX", new Side(Envelope::getMaxX));
        Function.create(connection, "ST_MinY", new Side(Envelope::getMinY));
        Function.create(connection, "ST_MaxY", new Side(Envelope::getMaxY));
        Function.create(connection, "ST_IsEmpty", new IsEmpty());
    }

    private static final class Side extends Function {
        private final ToDoubleFunction<Envelope> side;

        Side(ToDoubleFunction<Envelope> side) {
            this.side = side;
        }

        @Override
        protected void xFunc() throws SQLException {
            byte[] blob = value_blob(0);
            Envelope envelope = blob == null ? new Envelope() : GeoPackageBlob.envelope(blob);
            if (envelope.isNull()) {
                result();
            } else {
                result(side.applyAsDouble(envelope));
            }
        }
    }

    private static final class IsEmpty extends Function {
        @Override
        protected void xFunc() throws SQLException {
            byte[] blob = value_blob(0);
            if (blob == null) {
                result();
            } else {
                result(GeoPackageBlob.envelope(blob).isNull() ? 1 : 0);
            }
        }
    }
}
