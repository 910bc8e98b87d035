package org.greenplan.format.kml;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.greenplan.crs.MapShift;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.problem.Words;

/** Goes once through a KML text and meets its placemarks one by one; folders are counted as they begin. */
final class KmlScan {
    private static final XMLInputFactory XML = factory();
    private static final int MOST_LINKS_NAMED = 10;
    private static final int MOST_CONTAINERS = 20_000;
    private static final int MOST_NESTED = 100;
    private static final int NAME = 200;
    private static final int DESCRIPTION = 2000;
    private static final Set<String> SAYS_ORIGIN = Set.of("description", "Snippet", "author", "generator", "creator");
    private static final Set<String> PICTURES = Set.of("GroundOverlay", "ScreenOverlay", "PhotoOverlay");

    private final KmlSource source;
    private final Map<Integer, String> names = new HashMap<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final KmlSchemas schemas = new KmlSchemas();
    private boolean pictures;
    private final KmlOrigin origin;
    private String datum = "";
    private int containers;
    private long placemarks;
    private long whole;
    private int brokenLine;

    KmlScan(KmlSource source) {
        this.source = source;
        this.origin = new KmlOrigin(source);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    void each(Consumer<KmlPlacemark> to) {
        try (Reader text = source.text()) {
            XMLStreamReader xml = XML.createXMLStreamReader(text);
            KmlText values = new KmlText(xml, source.file());
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.COMMENT && placemarks == 0) {
                    origin.see(xml.getText());
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    start(values, xml.getLocalName(), to);
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && container(xml.getLocalName())
                        && !open.isEmpty()) {
                    open.pop();
                }
            }
        } catch (XMLStreamException e) {
            broken(e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was whole before the text breaks off is worth having, and what is missing is told. */
    private void broken(int line) {
        if (whole == 0) {
            throw source.file()
                    .broken(
                            placemarks + 1,
                            "不是完整的 XML(第 " + line + " 行)。文件可能被截断或编码有误，请重新导出。",
                            "no complete XML (line " + line
                                    + "). The file may be cut short or wrongly encoded; export it again.");
        }
        brokenLine = line;
    }

    private static boolean container(String element) {
        return element.equals("Folder") || element.equals("Document");
    }

    private void start(KmlText values, String element, Consumer<KmlPlacemark> to) throws XMLStreamException {
        if (container(element)) {
            if (++containers > MOST_CONTAINERS || open.size() > MOST_NESTED) {
                throw source.file().broken("文件夹过多或嵌套过深。", "too many folders, or nested too deeply.");
            }
            open.push(containers);
        } else if (element.equals("Placemark")) {
            to.accept(new PlacemarkReader(values, schemas).read(++placemarks, open.isEmpty() ? 0 : open.peek()));
            whole++;
        } else if (element.equals("name")) {
            String name = values.text(NAME).strip();
            origin.see(placemarks == 0 ? name : "");
            names.putIfAbsent(open.isEmpty() ? 0 : open.peek(), name);
        } else if (element.equals("Schema")) {
            schemas.read(values);
        } else if (element.equals("Data")) {
            data(values);
        } else if (element.equals("NetworkLink")) {
            link(values);
        } else if (PICTURES.contains(element)) {
            pictures = true;
            values.skip();
        } else if (SAYS_ORIGIN.contains(element) && placemarks == 0) {
            origin.see(values.text(DESCRIPTION));
        } else if (element.equals("Style") || element.equals("StyleMap") || element.equals("description")) {
            values.skip();
        }
    }

    /** What the document says of itself; our own says its datum. */
    private void data(KmlText values) throws XMLStreamException {
        boolean says = "datum".equals(values.attribute("name"));
        String value = values.child("value", NAME);
        datum = says ? value.strip() : datum;
    }

    private void link(KmlText values) throws XMLStreamException {
        String href = values.child("href", NAME).strip();
        if (links.size() < MOST_LINKS_NAMED) {
            links.add(href.isEmpty() ? "—" : href);
        }
    }

    String containerName(int container) {
        return names.getOrDefault(container, "");
    }

    DeclaredCrs crs() {
        if (datum.equals(KmlWriter.SHIFTED)) {
            return DeclaredCrs.shifted(
                    MapShift.GCJ_02, Words.of("文件写明坐标为 GCJ-02 偏移", "the file says that it is shifted to GCJ-02"));
        }
        DeclaredCrs shifted = datum.isEmpty() ? origin.shifted() : null;
        if (shifted != null) {
            return shifted;
        }
        return DeclaredCrs.lonLat(Words.of("KML 为 WGS84 经纬度", "KML is longitude, latitude on WGS84"));
    }

    List<Words> findings() {
        List<Words> findings = new ArrayList<>();
        if (brokenLine > 0) {
            findings.add(
                    Words.of(
                            "文件在第 " + brokenLine + " 行中断或有误：已读取前面 " + whole + " 个地标，其后的没有读取。请核对数量，或重新导出文件。",
                            "The file breaks off or is wrong in line " + brokenLine + ": the " + whole
                                    + " placemarks before it were read, what follows was not. Compare the number, or export the file again."));
        }
        if (!links.isEmpty()) {
            String list = String.join(", ", links);
            findings.add(Words.of(
                    "文件链接到其他文件，未读取：" + list + "。请直接上传所链接的文件。",
                    "The file links to others, which were not read: " + list + ". Upload those files themselves."));
        }
        if (pictures) {
            findings.add(Words.of("图片叠加层未读取。", "Picture overlays were not read."));
        }
        return findings;
    }
}
