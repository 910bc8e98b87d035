package org.greenplan.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.Planes;
import org.greenplan.feature.Change;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.greenplan.store.Database;
import org.greenplan.store.IfMissing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Plans in a folder: what is made there, and what is no plan of the list. */
class FolderShelfTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();

    @Test
    void partsMakeTheWholeDistrictAndCopiesOfThePlanAreNotListed(@TempDir Path folder) throws IOException {
        var settings = new PlanProfile(
                "songbei",
                Words.of("松北", "Songbei"),
                Words.of("松北区", "Songbei District"),
                2026,
                Planes.of("EPSG:4551"),
                false,
                List.of());
        var shelf = new FolderShelf(folder, CATALOGUE);
        Path file = folder.resolve("songbei.gpkg");
        shelf.makeAt(NewPlan.of(settings, List.of(part("江北", 126.60), part("江南", 126.61))), file);
        Files.copy(file, folder.resolve("songbei.before-2.gpkg"));
        Database database = Database.geoPackage(file, PlanBeginning.blueprint(CATALOGUE), IfMissing.REFUSE);
        try (PlanDesk desk = PlanBeginning.open(database, CATALOGUE, null)) {
            assertThat(shelf.list(desk)).extracting(Shelf.Entry::name).containsExactly("songbei.gpkg");
            List<Geometry> district = new ArrayList<>();
            desk.database().<Boolean>read(session -> {
                new FeatureStore(session)
                        .stream(CATALOGUE.layer("district"), FeatureQuery.all(), f -> district.add(f.geometry()));
                return true;
            });
            assertThat(district).hasSize(1);
            Envelope whole = district.get(0).getEnvelopeInternal();
            assertThat(whole.getMinX()).isCloseTo(126.60, within(1e-6));
            assertThat(whole.getMaxX()).isCloseTo(126.62, within(1e-6));
        }
    }

    private static Change.Create part(String name, double west) {
        Geometry box = new GeometryFactory().toGeometry(new Envelope(west, west + 0.01, 45.70, 45.71));
        return new Change.Create("sub_districts", null, 1, Map.of("name", name), box);
    }
}
