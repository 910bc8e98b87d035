package org.greenplan.format.kml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Style;
import org.greenplan.crs.MapShift;
import org.greenplan.format.PlotId;
import org.greenplan.format.TargetField;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRow;
import org.greenplan.format.TargetRows;
import org.greenplan.geo.Unit;
import org.jspecify.annotations.Nullable;

/**
 * One KML document on its way out.
 *
 * @param shift what moves the shapes onto a shifted map, or null for the truth
 */
record KmlDocument(TargetPlan plan, @Nullable MapShift shift) {
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    long write(TargetRows rows, OutputStream out) throws IOException {
        try {
            KmlMarkup xml = new KmlMarkup(XML.createXMLStreamWriter(out, "UTF-8"));
            head(xml);
            long count = 0;
            for (TargetLayer layer : plan.layers()) {
                xml.start("Folder");
                xml.leaf("name", layer.type().title().zh());
                count += rows.each(layer, row -> placemark(xml, layer, row));
                xml.end();
            }
            xml.end();
            xml.finish();
            return count;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void head(KmlMarkup xml) throws IOException, XMLStreamException {
        XMLStreamWriter out = xml.out();
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("kml");
        out.writeDefaultNamespace("http://www.opengis.net/kml/2.2");
        xml.start("Document");
        boolean shifted = shift != null;
        xml.leaf("name", plan.profile().title().zh() + (shifted ? "（GCJ-02 偏移坐标）" : ""));
        xml.leaf("open", "1");
        xml.leaf(
                "description",
                shifted
                        ? "坐标已偏移到 GCJ-02，只供奥维等偏移地图使用，不可用于量算。 Shifted to GCJ-02 for shifted maps such as Ovital; not for measuring."
                        : "坐标为 WGS84 经纬度（与 CGCS2000 相差厘米级）。 Longitude and latitude on WGS84.");
        for (TargetLayer layer : plan.layers()) {
            style(xml, layer);
        }
        xml.start("ExtendedData");
        data(xml, "datum", shifted ? KmlWriter.SHIFTED : "WGS84");
        data(xml, "exportedAt", plan.exportedAt().toString());
        data(xml, "lastChangeset", Long.toString(plan.lastChangeset()));
        data(xml, "lastStamp", plan.lastStamp());
        data(xml, "illustrative", Boolean.toString(plan.profile().illustrative()));
        xml.end();
        for (TargetLayer layer : plan.layers()) {
            schema(xml, layer);
        }
    }

    private static void data(KmlMarkup xml, String name, String value) throws IOException {
        xml.start("Data", "name", name);
        xml.leaf("value", value);
        xml.end();
    }

    private static void style(KmlMarkup xml, TargetLayer layer) throws IOException {
        Style style = layer.type().style();
        xml.start("Style", "id", "style-" + layer.type().id());
        xml.start("LineStyle");
        xml.leaf("color", colour(style.stroke(), 1));
        xml.leaf("width", Double.toString(style.strokeWidthPx()));
        xml.end();
        xml.start("PolyStyle");
        String fill = style.fill();
        xml.leaf("color", fill == null ? "00ffffff" : colour(fill, style.fillOpacity()));
        xml.leaf("fill", fill == null ? "0" : "1");
        xml.end();
        xml.start("BalloonStyle");
        xml.leaf("text", balloon(layer));
        xml.end();
        xml.end();
    }

    /** KML writes colours as alpha, blue, green, red. */
    static String colour(String css, double opacity) {
        String hex = css.replace("#", "").toLowerCase(Locale.ROOT);
        if (hex.length() == 3) {
            hex = hex.replaceAll("(.)", "$1$1");
        }
        String alpha = String.format(Locale.ROOT, "%02x", Math.round(opacity * 255));
        return hex.matches("[0-9a-f]{6}")
                ? alpha + hex.substring(4, 6) + hex.substring(2, 4) + hex.substring(0, 2)
                : alpha + "ffffff";
    }

    private static String balloon(TargetLayer layer) {
        StringBuilder html = new StringBuilder("<h3>$[name]</h3><p>$[description]</p><table>");
        for (TargetField field : layer.fields()) {
            String name = layer.type().id() + "/" + field.name();
            html.append("<tr><td>$[")
                    .append(name)
                    .append("/displayName]</td><td>$[")
                    .append(name)
                    .append("]</td></tr>");
        }
        return html.append("</table>").toString();
    }

    private static void schema(KmlMarkup xml, TargetLayer layer) throws IOException {
        xml.start("Schema", "name", layer.type().id(), "id", layer.type().id());
        xml.start("SimpleField", "type", "string", "name", PlotId.FIELD);
        xml.leaf("displayName", "地块编号");
        xml.end();
        for (TargetField field : layer.fields()) {
            if (!field.name().equals(PlotId.FIELD)) {
                xml.start("SimpleField", "type", type(field.type()), "name", field.name());
                xml.leaf("displayName", field.title().zh());
                xml.end();
            }
        }
        xml.end();
    }

    private static String type(AttributeType type) {
        return switch (type) {
            case INTEGER -> "int";
            case REAL -> "double";
            case BOOLEAN -> "bool";
            case TEXT, DATE, LIST -> "string";
        };
    }

    /** XML takes true as well as 1, but GDAL and with it QGIS would read it as no. */
    private static String text(Object value) {
        return value instanceof Boolean yes ? (yes ? "1" : "0") : value.toString();
    }

    private void placemark(KmlMarkup xml, TargetLayer layer, TargetRow row) throws IOException {
        xml.start("Placemark", "id", row.plotId());
        xml.leaf("name", row.label());
        Double net = row.netM2();
        if (net != null) {
            xml.leaf(
                    "description",
                    String.format(Locale.ROOT, "净面积（平面） %.2f 平方米（%.2f 亩）", net, Unit.MU.amount(net))
                            + String.format(
                                    Locale.ROOT,
                                    " · net area on the plane %.2f m² (%.2f mu)",
                                    net,
                                    Unit.MU.amount(net)));
        }
        xml.leaf("styleUrl", "#style-" + layer.type().id());
        xml.start("ExtendedData");
        xml.start("SchemaData", "schemaUrl", "#" + layer.type().id());
        xml.leaf("SimpleData", row.plotId(), "name", PlotId.FIELD);
        for (TargetField field : layer.fields()) {
            Object value = row.values().get(field.name());
            if (value != null && !field.name().equals(PlotId.FIELD)) {
                xml.leaf("SimpleData", text(value), "name", field.name());
            }
        }
        xml.end();
        xml.end();
        new KmlGeometry(xml, plan.decimals()).write(shift == null ? row.shape() : shift.shifted(row.shape()));
        xml.end();
    }
}
