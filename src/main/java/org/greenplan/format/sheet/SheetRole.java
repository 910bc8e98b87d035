package org.greenplan.format.sheet;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a column of a table is for, told by its heading. */
enum SheetRole {
    LONGITUDE(Set.of("lon", "lng", "long", "longitude", "经度", "东经")),
    LATITUDE(Set.of("lat", "latitude", "纬度", "北纬")),
    /** In Chinese survey practice Y is the easting. */
    EAST(Set.of("east", "easting", "e", "东", "东坐标", "横坐标", "y坐标", "坐标y", "y坐标值")),
    /** In Chinese survey practice X is the northing. */
    NORTH(Set.of("north", "northing", "n", "北", "北坐标", "纵坐标", "x坐标", "坐标x", "x坐标值")),
    X(Set.of("x", "xcoord", "x_coord", "point_x", "coord_x", "gp_x")),
    Y(Set.of("y", "ycoord", "y_coord", "point_y", "coord_y", "gp_y")),
    WKT(Set.of("wkt", "geometry", "geom", "the_geom", "shape", "wkt几何", "几何", "图形")),
    PLOT(Set.of("gp_plot", "plot", "plot_id", "plotid", "地块编号", "地块号", "宗地号", "宗地编号", "dkbh", "地块", "编号", "id", "bsm")),
    RING(Set.of("ring", "ring_no", "圈号", "环号", "圈")),
    POINT(Set.of("point", "point_no", "点号", "界址点号", "界址点", "序号", "seq", "vertex", "no"));

    /** Roles that only point at a place and hold no attribute. */
    private static final Set<SheetRole> PLACES = Set.of(LONGITUDE, LATITUDE, EAST, NORTH, X, Y, WKT, RING, POINT);

    private static final Map<SheetRole, SheetRole> PARTNERS = Map.of(LONGITUDE, LATITUDE, EAST, NORTH, X, Y);

    /** Made by Set.of, which nobody can change. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> headings;

    SheetRole(Set<String> headings) {
        this.headings = headings;
    }

    /** Units and blanks in a heading do not count: {@code X 坐标 (m)}. */
    static @Nullable SheetRole of(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT)
                .replaceAll("[(\\uFF08\\[].{0,20}[)\\uFF09\\]]", "")
                .replaceAll("\\s", "");
        for (SheetRole role : values()) {
            if (role.headings.contains(plain)) {
                return role;
            }
        }
        return null;
    }

    boolean isPlace() {
        return PLACES.contains(this);
    }

    /** The role that makes a position together with this one, where this one is its east, or null. */
    @Nullable
    SheetRole north() {
        return PARTNERS.get(this);
    }
}
