package org.greenplan.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.greenplan.App;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ArchitectureTest {
    /** The program alone, wherever it was compiled to: tests may know more. */
    private static final JavaClasses CODE = new ClassFileImporter()
            .importUrl(App.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void theRulesSeeTheCode() {
        assertThat(CODE.size()).isGreaterThan(40);
    }

    @Test
    void onlyTheWebFacingClassesSeeJavalin() {
        noClasses()
                .that(resideOutsideOfPackages("org.greenplan.http..", "org.greenplan.ogc..", "org.greenplan.tile..")
                        .and(not(outermostNameEnds("Api"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..")
                .check(CODE);
    }

    /** A GeoPackage is a database in a file: who reads and writes the format speaks SQL, as a store does. */
    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that(resideOutsideOfPackages(
                                "org.greenplan.sql..", "org.greenplan.store..", "org.greenplan.format.geopackage..")
                        .and(not(outermostNameEnds("Store"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..", "com.zaxxer..")
                .check(CODE);
    }

    @Test
    void lowRoomsKnowOnlyLowerOnes() {
        onlyKnow("crs", "problem");
        onlyKnow("list", "problem");
        onlyKnow("geo", "crs", "problem");
        onlyKnow("json", "list", "geo", "crs", "problem");
        onlyKnow("cql2", "list", "json", "geo", "crs", "problem");
        onlyKnow("count", "geo", "crs", "problem");
        onlyKnow("sweep", "count", "geo", "crs", "problem");
        onlyKnow("walk", "count", "geo", "crs", "problem");
        onlyKnow("water", "problem");
        onlyKnow("network", "geo", "problem");
        onlyKnow("supply", "list", "water", "network", "geo", "problem");
        onlyKnow("verdicts", "supply", "water", "problem");
        onlyKnow("relief", "crs", "problem");
        onlyKnow("picture", "problem");
        onlyKnow("scan", "crs", "problem");
        onlyKnow("backdrop", "tile", "crs", "json", "problem", "picture", "scan");
        String[] shapes = {"geo", "crs", "list", "json", "problem", "catalogue", "format"};
        onlyKnow("pinyin");
        onlyKnow("sql", with(shapes, "pinyin"));
        onlyKnow("edition", "list", "json", "geo", "crs", "problem", "catalogue", "sql");
        onlyKnow("feature", with(shapes, "sql", "store"));
        onlyKnow("history", with(shapes, "sql", "store", "feature"));
        String[] counting = with(shapes, "sql", "store", "feature", "history", "count", "sweep", "walk");
        onlyKnow("follow", with(shapes, "sql", "store", "feature", "history"));
        counting = with(counting, "follow");
        onlyKnow("ledger", counting);
        onlyKnow("filter", "list", "pinyin", "sql", "cql2", "catalogue", "geo", "crs", "problem", "ledger");
        String[] targets = with(counting, "ledger", "filter", "cql2");
        onlyKnow("programme", targets);
        onlyKnow("waters", with(counting, "ledger", "network", "supply", "verdicts", "water"));
        onlyKnow("rule", "catalogue", "cql2", "filter", "feature", "count", "geo", "crs", "problem");
        onlyKnow("photo", "sql", "store");
        onlyKnow("findings", with(targets, "programme", "rule"));
        onlyKnow("plan", with(targets, "programme", "rule", "findings", "edition", "network", "waters", "photo"));
        onlyKnow("engine", "catalogue", "plan", "waters", "network", "supply", "water", "problem");
        onlyKnow("works", "json", "sql", "plan", "waters", "verdicts", "supply", "water", "problem");
        onlyKnow("chapter", "html", "plan", "waters", "verdicts", "supply", "water", "catalogue", "problem");
    }

    /** What a plan is made of is handed to the store: it can name no follower's tables. */
    @Test
    void theStoreKnowsNoFollower() {
        onlyKnow("store", "edition", "sql", "format", "catalogue", "geo", "crs", "problem");
    }

    /** The second way of counting lengths shares with the first the plots and zones it is given, and no step of the counting. */
    @Test
    void whatProvesTheLengthsKnowsNoStepOfCountingThem() {
        noClasses()
                .that(resideInAnyPackage("org.greenplan.walk.."))
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "org.greenplan.count.(LineKernel|EarlierLine|Near|CountedLine|ShapeKernel|Borders|Rounding).*")
                .check(CODE);
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        slices().matching("org.greenplan.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void formatsKnowNoPlan() {
        onlyKnow("format", "list", "json", "geo", "crs", "catalogue", "problem");
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Base)$")
                .check(CODE);
    }

    @Test
    void nothingReadsOrWritesTheConsoleButTheCommandLine() {
        noClasses()
                .that(resideOutsideOfPackages("org.greenplan.cli..", "org.greenplan"))
                .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(CODE);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    private static void onlyKnow(String room, String... others) {
        String[] known = Stream.concat(Stream.of(room), Stream.of(others))
                .map(name -> "org.greenplan." + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that(resideInAnyPackage(known[0]))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.greenplan..").and(resideOutsideOfPackages(known)))
                .check(CODE);
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.not(predicate);
    }

    /** Nested classes and lambdas belong to the class whose file they stand in. */
    private static DescribedPredicate<JavaClass> outermostNameEnds(String suffix) {
        return new DescribedPredicate<>("outermost class name ends with " + suffix) {
            @Override
            public boolean test(JavaClass type) {
                JavaClass outermost = type;
                while (outermost.getEnclosingClass().isPresent()) {
                    outermost = outermost.getEnclosingClass().get();
                }
                return simpleNameEndingWith(suffix).test(outermost);
            }
        };
    }
}
