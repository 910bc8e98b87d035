package org.greenplan.format.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.greenplan.format.SourceFile;
import org.greenplan.format.ZipGuard;

/**
 * Goes through a workbook before the library does: unpacked it must stay within bounds, have no document type, and name no cell
 * beyond the last column, for the library makes room for every column up to the one named.
 */
record XlsxGuard(SourceFile file) {
    /** The library keeps all texts of a workbook in memory; more than this is no table of plots. */
    private static final long MOST_BYTES = 400_000_000;

    /** The last cell of a sheet is XFD1048576. */
    private static final int MOST_LETTERS = 3;

    private static final int LONGEST_ADDRESS = 10;
    private static final XMLInputFactory XML = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    void check() throws IOException {
        ZipGuard guard = new ZipGuard(file, MOST_BYTES);
        guard.rehearse();
        try (ZipFile zip = guard.open()) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".xml")) {
                    try (InputStream in = guard.read(zip, entry)) {
                        addresses(in);
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw XlsxTable.unreadable(file);
        }
    }

    private void addresses(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = XML.createXMLStreamReader(in);
        while (xml.hasNext()) {
            int event = xml.next();
            boolean cell = event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c");
            String address = cell ? xml.getAttributeValue(null, "r") : null;
            if (event == XMLStreamConstants.DTD || (address != null && !good(address))) {
                throw XlsxTable.unreadable(file);
            }
        }
    }

    private static boolean good(String address) {
        long letters = address.chars().filter(c -> !(c >= '0' && c <= '9')).count();
        return letters <= MOST_LETTERS && address.length() <= LONGEST_ADDRESS;
    }
}
