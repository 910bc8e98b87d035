package org.greenplan.cli;

import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.plan.PlanDesk;
import org.greenplan.store.TestDatabases.Kind;

/** Makes a plan with the sample in it, as {@code greenplan serve} does; also as a program of its own. */
public final class SampleMaker {
    private SampleMaker() {}

    public static void main(String[] args) {
        make(Kind.valueOf(args[0]), args[1]);
    }

    /** Makes the plan where there is none, and gives its address. */
    public static String make(Kind kind, String address) {
        Catalogue catalogue = CatalogueReader.bundled();
        try (PlanDesk desk = PlanDesk.open(
                kind.open(address, catalogue), catalogue, PlanProfileReader.bundled("shangjie", catalogue))) {
            PlanBeginning.sample(desk);
        }
        return address;
    }
}
