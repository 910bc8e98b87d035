package org.greenplan.ogc;

import java.util.List;
import java.util.stream.Stream;

/** Which parts of which standards the API keeps; each is tested. */
final class Conformance {
    private static final String SPEC = "http://www.opengis.net/spec/";

    private Conformance() {}

    static List<String> classes() {
        return Stream.of(
                        "ogcapi-common-1/1.0/conf/core",
                        "ogcapi-common-2/1.0/conf/collections",
                        "ogcapi-features-1/1.0/conf/core",
                        "ogcapi-features-1/1.0/conf/oas30",
                        "ogcapi-features-1/1.0/conf/geojson",
                        "ogcapi-features-1/1.0/conf/html",
                        "ogcapi-features-2/1.0/conf/crs",
                        "ogcapi-features-3/1.0/conf/queryables",
                        "ogcapi-features-3/1.0/conf/queryables-query-parameters",
                        "ogcapi-features-3/1.0/conf/filter",
                        "ogcapi-features-3/1.0/conf/features-filter",
                        "cql2/1.0/conf/cql2-text",
                        "cql2/1.0/conf/cql2-json",
                        "cql2/1.0/conf/basic-cql2",
                        "cql2/1.0/conf/advanced-comparison-operators",
                        "cql2/1.0/conf/case-insensitive-comparison",
                        "cql2/1.0/conf/accent-insensitive-comparison",
                        "cql2/1.0/conf/basic-spatial-functions",
                        "cql2/1.0/conf/basic-spatial-functions-plus",
                        "cql2/1.0/conf/spatial-functions",
                        "cql2/1.0/conf/temporal-functions",
                        "cql2/1.0/conf/arithmetic",
                        "ogcapi-features-4/1.0/conf/create-replace-delete",
                        "ogcapi-features-4/1.0/conf/update",
                        "ogcapi-features-4/1.0/conf/optimistic-locking-etags",
                        "ogcapi-features-4/1.0/conf/features",
                        "ogcapi-features-5/1.0/conf/schemas",
                        "ogcapi-features-5/1.0/conf/core-roles-features",
                        "ogcapi-features-5/1.0/conf/returnables-and-receivables",
                        "ogcapi-features-5/1.0/conf/queryables",
                        "ogcapi-features-5/1.0/conf/sortables",
                        "ogcapi-tiles-1/1.0/conf/core",
                        "ogcapi-tiles-1/1.0/conf/tileset",
                        "ogcapi-tiles-1/1.0/conf/tilesets-list",
                        "ogcapi-tiles-1/1.0/conf/dataset-tilesets",
                        "ogcapi-tiles-1/1.0/conf/geodata-tilesets",
                        "ogcapi-tiles-1/1.0/conf/oas30",
                        "ogcapi-tiles-1/1.0/conf/mvt")
                .map(part -> SPEC + part)
                .toList();
    }
}
