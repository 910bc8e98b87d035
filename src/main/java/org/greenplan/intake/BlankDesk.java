package org.greenplan.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.Planes;
import org.greenplan.format.Scratch;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.greenplan.store.Database;

/**
 * A desk with nothing on it, for files of a plan that is not made yet: no district says where they lie, so any place in China will do, and
 * nothing is there already. It goes with its folder when it is closed.
 */
public record BlankDesk(PlanDesk desk, Path folder) implements AutoCloseable {
    /**
     * A desk whose plane is the zone there, which is offered first for numbers that name none.
     *
     * @param lonDeg where somebody is looking, degrees east
     */
    public static BlankDesk near(double lonDeg, Catalogue catalogue) {
        Words any = Words.of("新建规划", "A new plan");
        var settings = new PlanProfile("plan", any, any, 2000, Planes.at(lonDeg), false, List.of());
        try {
            Path folder = Scratch.newFolder("blank");
            Database database = Database.geoPackage(folder.resolve("blank.gpkg"), PlanBeginning.blueprint(catalogue));
            return new BlankDesk(new PlanDesk(database, settings), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        desk.close();
        Scratch.delete(folder);
    }
}
