package org.greenplan.format.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a column of a table is for, told by its heading or by the planner. */
enum SheetRole {
    LONGITUDE(
            Set.of("lon", "lng", "long", "longitude", "经度", "东经", "经", "e经度", "经度e", "经度lon", "经度坐标", "jd", "jingdu")),
    LATITUDE(Set.of("lat", "latitude", "纬度", "北纬", "纬", "n纬度", "纬度n", "纬度lat", "纬度坐标", "wd", "weidu")),
    /** In Chinese survey practice Y is the easting. */
    EAST(Set.of(
            "east", "easting", "e", "东", "东坐标", "横坐标", "横", "y坐标", "坐标y", "y坐标值", "坐标值y", "横坐标y", "y横坐标", "东坐标y",
            "横坐标y坐标", "坐标横", "坐标y坐标", "东向坐标", "y东", "e坐标", "坐标e", "hzb", "y坐标m")),
    /** In Chinese survey practice X is the northing. */
    NORTH(Set.of(
            "north",
            "northing",
            "n",
            "北",
            "北坐标",
            "纵坐标",
            "纵",
            "x坐标",
            "坐标x",
            "x坐标值",
            "坐标值x",
            "纵坐标x",
            "x纵坐标",
            "北坐标x",
            "纵坐标x坐标",
            "坐标纵",
            "坐标x坐标",
            "北向坐标",
            "x北",
            "n坐标",
            "坐标n",
            "zzb",
            "x坐标m")),
    X(Set.of("x", "xcoord", "x_coord", "point_x", "coord_x", "gp_x", "x值")),
    Y(Set.of("y", "ycoord", "y_coord", "point_y", "coord_y", "gp_y", "y值")),
    WKT(Set.of("wkt", "geometry", "geom", "the_geom", "shape", "wkt几何", "几何", "图形")),
    /** Two numbers in one cell. */
    PAIR(Set.of(
            "经纬度",
            "经纬度坐标",
            "坐标",
            "坐标值",
            "点坐标",
            "位置",
            "位置坐标",
            "点位",
            "点位坐标",
            "中心坐标",
            "中心点坐标",
            "中心点",
            "地理坐标",
            "gps",
            "gps坐标",
            "lonlat",
            "lnglat",
            "lon,lat",
            "lng,lat",
            "lon/lat",
            "latlon",
            "latlng",
            "lat,lon",
            "lat,lng",
            "lat/lon",
            "location",
            "coordinate",
            "coordinates",
            "coords",
            "position",
            "xy",
            "xy坐标",
            "x,y",
            "x、y",
            "经度,纬度",
            "经度、纬度",
            "经度/纬度",
            "纬度,经度",
            "纬度、经度",
            "纬度/经度",
            "lon_lat",
            "lng_lat",
            "lat_lon",
            "lat_lng")),
    PLOT(Set.of(
            "gp_plot",
            "plot",
            "plot_id",
            "plotid",
            "plot_no",
            "parcel",
            "parcel_id",
            "地块编号",
            "地块号",
            "地块代码",
            "地块编码",
            "地块序号",
            "宗地号",
            "宗地编号",
            "宗地代码",
            "宗地号码",
            "宗地编码",
            "图斑号",
            "图斑编号",
            "图斑代码",
            "图斑",
            "图形编号",
            "项目编号",
            "dkbh",
            "zddm",
            "zdh",
            "tbbh",
            "地块",
            "宗地",
            "块号",
            "界址图号")),
    /** The name of a plot parts plots where nothing better does. */
    PLOT_NAME(Set.of("地块名称", "地块名", "宗地名称", "图斑名称", "项目名称", "面名称", "dkmc", "plot_name", "parcel_name")),
    /** A number of the plot or of its point: what else there is tells which. */
    ID(Set.of("编号", "id", "bsm", "号", "编码", "代码")),
    RING(Set.of("ring", "ring_no", "圈号", "环号", "圈", "地块圈号", "环")),
    POINT(Set.of(
            "point",
            "point_no",
            "point_id",
            "pt",
            "点号",
            "点名",
            "点编号",
            "点位编号",
            "点代码",
            "界址点号",
            "界址点",
            "界址点编号",
            "界址点名",
            "界址点名称",
            "界址点代码",
            "界址点序号",
            "拐点号",
            "拐点编号",
            "拐点",
            "拐点名称",
            "拐点序号",
            "角点",
            "角点号",
            "角点编号",
            "顶点",
            "顶点号",
            "顶点编号",
            "节点",
            "节点号",
            "转折点",
            "边界点",
            "边界点号",
            "界桩号",
            "界点号",
            "界点",
            "桩点",
            "测点",
            "测点号",
            "坐标点",
            "坐标点号",
            "控制点号",
            "jzdh",
            "dh",
            "vertex",
            "vertex_no",
            "corner")),
    /** A number that only counts the rows. */
    ORDER(Set.of("序号", "seq", "no", "顺序", "顺序号", "点序", "点序号", "排序", "行号", "index", "n0", "fid", "oid")),
    /** What lies between two points: of no use for a shape. */
    SIDE(Set.of(
            "边长",
            "界址边长",
            "界址线长",
            "界址线长度",
            "距离",
            "间距",
            "方位角",
            "坐标方位角",
            "方位",
            "s",
            "d",
            "length",
            "distance",
            "界址间距",
            "备注",
            "说明",
            "remark",
            "高程",
            "高",
            "z",
            "h",
            "z坐标",
            "大地高",
            "界标类型",
            "界址线类别",
            "界址线位置",
            "点类型"));

    /** Roles that only point at a place and hold no attribute. */
    private static final Set<SheetRole> PLACES =
            Set.of(LONGITUDE, LATITUDE, EAST, NORTH, X, Y, WKT, PAIR, RING, POINT, ORDER, SIDE);

    private static final Map<SheetRole, SheetRole> PARTNERS = Map.of(LONGITUDE, LATITUDE, EAST, NORTH, X, Y);

    /** Made by Set.of, which nobody can change. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> headings;

    SheetRole(Set<String> headings) {
        this.headings = headings;
    }

    /** Units, blanks and the datum in a heading do not count: {@code X 坐标 (m)}, {@code 2000坐标X}, {@code wgs84_lng}. */
    static @Nullable SheetRole of(String heading) {
        String plain = plain(heading);
        SheetRole role = exactly(plain);
        if (role != null || plain.isEmpty()) {
            return role;
        }
        String bare = plain.replaceAll(
                        "cgcs2000|2000国家大地|国家2000|西安80|1980西安|80西安|北京54|1954北京|wgs-?84|gcj-?02|bd-?09|大地2000|火星|高德|百度|腾讯|奥维"
                                + "|^2000|^80|^54|^84|坐标系",
                        "")
                .replaceAll("^[_-]+|[_-]+$|m$|米$|°$|度\\.分秒$", "");
        return bare.equals(plain) ? null : exactly(bare);
    }

    private static @Nullable SheetRole exactly(String plain) {
        for (SheetRole role : values()) {
            if (role.headings.contains(plain)) {
                return role;
            }
        }
        return null;
    }

    /** Small, without blanks, brackets and what stands in them, stops and colons. */
    static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[(\\[].{0,30}?[)\\]]", "")
                .replaceAll("[\\s:.*]", "");
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
