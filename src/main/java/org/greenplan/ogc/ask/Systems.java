package org.greenplan.ogc.ask;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;
import org.greenplan.crs.Crs;
import org.greenplan.crs.Plane;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** The coordinate systems of this plan's API, by their names. */
public record Systems(List<Crs> offered) {
    /** In which shapes are kept. */
    public static final String STORAGE = "http://www.opengis.net/def/crs/EPSG/0/4490";

    /** What this API offers of a plan in that plane. */
    public static Systems of(Plane plane) {
        return new Systems(Crs.offered(plane));
    }

    /** The names of all, the default first. */
    public List<String> uris() {
        return offered.stream().map(Crs::uri).toList();
    }

    /** The system that a parameter names; CRS84 where it is not given. */
    public Crs of(Asking asking, ItemsParameter parameter) {
        return get(parameter.in(asking).orElse(null), parameter.name());
    }

    /** The system of that name; CRS84 where none is named. */
    public Crs get(@Nullable String uri, String parameter) {
        if (uri == null) {
            return Crs.CRS84;
        }
        return offered.stream()
                .filter(crs -> crs.uri().equals(uri))
                .findFirst()
                .orElseThrow(() -> unknown(uri, parameter));
    }

    /** The system in which the body of a request stands. */
    public Crs ofBody(Context ctx) {
        String header = ctx.header("Content-Crs");
        return get(header == null ? null : header.strip().replaceAll("^<|>$", ""), "Content-Crs");
    }

    /** Says in which system the answer stands. */
    public static void head(Context ctx, Crs crs) {
        ctx.header("Content-Crs", "<" + crs.uri() + ">");
    }

    private Problem.BadRequest unknown(String uri, String parameter) {
        String list = uris().stream().collect(Collectors.joining(", "));
        return new Problem.BadRequest(
                Words.of(
                        "坐标系“" + uri + "”不可用。可用：" + list,
                        "The coordinate system \"" + uri + "\" is not on offer. Choose from: " + list),
                parameter);
    }
}
