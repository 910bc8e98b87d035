package org.greenplan.format.dxf.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.dxf.DxfMark;
import org.greenplan.format.dxf.DxfNumber;
import org.greenplan.format.dxf.DxfPlacement;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;

/** What a designer has to know of the numbers: in the drawing below the plots, and in the text beside it. */
record DxfNotes(TargetPlan plan, DxfSheet sheet) {
    private static final double LINE_SPACING = 2;

    /** The statement by which we know the drawing again; it comes first in the file and in the texts. */
    String statement() {
        return DxfPlacement.statement(plan.crs(), sheet.originX(), sheet.originY());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(statement());
        lines.add(plan.profile().title().zh() + " / " + plan.profile().title().en());
        lines.add(plan.coordinates().zh() + " " + plan.crs().code());
        lines.add(plan.coordinates().en());
        if (sheet.originX() != 0 || sheet.originY() != 0) {
            String x = DxfNumber.metres(sheet.originX());
            String y = DxfNumber.metres(sheet.originY());
            lines.add("局部原点：真实坐标 = 图中坐标 + (东 " + x + ", 北 " + y + ")。");
            lines.add("Local origin: true coordinates = numbers of the drawing + (east " + x + ", north " + y + ").");
        }
        lines.add("单位：米。面积为新增净面积，每平方米只计一次。/ Metres; areas are net, each square metre counted once.");
        lines.add(
                "导出 / exported " + plan.exportedAt() + ", changeset " + plan.lastChangeset() + " " + plan.lastStamp());
        if (plan.profile().illustrative()) {
            lines.add("示意数据 / illustrative sample");
        }
        return lines;
    }

    /** Below the plots, on a layer of its own. */
    void draw() throws IOException {
        var extent = new Envelope(sheet.extent());
        double width = extent.isNull() ? 0 : extent.getWidth();
        double height = Math.max(2, Math.min(50, width / 100));
        double x = (extent.isNull() ? 0 : extent.getMinX()) + sheet.originX();
        double y = (extent.isNull() ? 0 : extent.getMinY()) + sheet.originY() - 3 * height;
        for (String line : lines()) {
            sheet.text(DxfPen.NOTES, new CoordinateXY(x, y), height, false, line, DxfMark.note(""));
            y -= LINE_SPACING * height;
        }
    }
}
