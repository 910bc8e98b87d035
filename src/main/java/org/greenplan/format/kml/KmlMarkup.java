package org.greenplan.format.kml;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements and texts of a document; characters that XML cannot hold are left out. */
record KmlMarkup(XMLStreamWriter out) {
    /** @param attributes name, value, name, value … */
    void start(String name, String... attributes) throws IOException {
        try {
            out.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                out.writeAttribute(attributes[i], clean(attributes[i + 1]));
            }
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    void text(String text) throws IOException {
        try {
            out.writeCharacters(clean(text));
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    void end() throws IOException {
        try {
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** An element that holds nothing but a text. */
    void leaf(String name, String text, String... attributes) throws IOException {
        start(name, attributes);
        text(text);
        end();
    }

    void finish() throws IOException {
        try {
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** A reader of the file who has gone away shows as an error of the stream below. */
    private static IOException failed(XMLStreamException e) {
        return e.getCause() instanceof IOException io ? io : new IOException(e);
    }

    private static String clean(String text) {
        boolean good = text.codePoints().allMatch(KmlMarkup::allowed);
        return good
                ? text
                : text.codePoints()
                        .filter(KmlMarkup::allowed)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c > 0xFFFF;
    }
}
