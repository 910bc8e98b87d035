package org.greenplan.format.parcel;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.greenplan.format.PlainDecimal;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetRow;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Writes parcels one by one: the parcel's line, then every ring closed, its points numbered through. */
final class ParcelText {
    private static final double M2_PER_HECTARE = 10_000;
    private static final int AREA_DECIMALS = 4;

    private final Writer text;
    private final GbkText gbk;
    private final ParcelZone zone;
    private final int decimals;
    private final Consumer<Words> notes;
    private long written;

    ParcelText(Writer text, GbkText gbk, ParcelZone zone, int decimals, Consumer<Words> notes) {
        this.text = text;
        this.gbk = gbk;
        this.zone = zone;
        this.decimals = decimals;
        this.notes = notes;
    }

    long written() {
        return written;
    }

    void write(TargetLayer layer, TargetRow row) throws IOException {
        List<List<Coordinate>> rings = rings(row.shape());
        if (rings.isEmpty()) {
            notes.accept(Words.of(
                    "“" + row.label() + "”(" + row.plotId() + ")小于坐标精度，未写入。",
                    "\"" + row.label() + "\" (" + row.plotId() + ") is smaller than the precision and was left out."));
            return;
        }
        int points = rings.stream().mapToInt(List::size).sum();
        Coordinate inside = row.shape().getInteriorPoint().getCoordinate();
        line(
                Integer.toString(points),
                PlainDecimal.of(row.shape().getArea() / M2_PER_HECTARE, AREA_DECIMALS),
                row.plotId(),
                gbk.plain(row.label()),
                "面",
                MapSheet.of(zone.place(inside.x + zone.prefixM(), inside.y)),
                gbk.plain(layer.type().title().zh()),
                "",
                "@");
        int number = 1;
        for (int i = 0; i < rings.size(); i++) {
            List<Coordinate> ring = rings.get(i);
            for (int j = 0; j < ring.size(); j++) {
                boolean again = j == ring.size() - 1;
                line(
                        "J" + (again ? number : number + j),
                        Integer.toString(i + 1),
                        PlainDecimal.of(ring.get(j).y, decimals),
                        PlainDecimal.of(ring.get(j).x, decimals));
            }
            number += ring.size() - 1;
        }
        written++;
    }

    private void line(String... parts) throws IOException {
        text.write(String.join(",", parts));
        text.write("\r\n");
    }

    private List<List<Coordinate>> rings(Geometry shape) {
        List<List<Coordinate>> rings = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) shape.getGeometryN(i);
            List<Coordinate> outer = new ParcelRing(zone.prefixM(), decimals)
                    .points(polygon.getExteriorRing().getCoordinates(), true);
            if (!outer.isEmpty()) {
                rings.add(outer);
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    List<Coordinate> hole = new ParcelRing(zone.prefixM(), decimals)
                            .points(polygon.getInteriorRingN(h).getCoordinates(), false);
                    if (!hole.isEmpty()) {
                        rings.add(hole);
                    }
                }
            }
        }
        return rings;
    }
}
