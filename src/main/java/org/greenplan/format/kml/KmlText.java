package org.greenplan.format.kml;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.greenplan.format.SourceFile;
import org.greenplan.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Texts of an XML stream, never longer than asked for; each method starts on an element's start and stops on its end. */
record KmlText(XMLStreamReader xml, SourceFile file) {
    private static final int MOST_NESTED = 200;

    String name() {
        return xml.getLocalName();
    }

    @Nullable
    String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    /** Moves to the next child element; false at the end of the parent. */
    boolean nextChild() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return false;
    }

    /** The element's own text, cut after so many characters; elements inside are passed over. */
    String text(int most) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth = deeper(depth);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (depth == 1
                    && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
                    && text.length() < most) {
                int length = Math.min(xml.getTextLength(), most - text.length());
                text.append(xml.getTextCharacters(), xml.getTextStart(), length);
            }
        }
        return text.toString();
    }

    /** Text of the first descendant of that name, or nothing. */
    String child(String name, int most) throws XMLStreamException {
        String found = "";
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT
                    && found.isEmpty()
                    && xml.getLocalName().equals(name)) {
                found = text(most);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth = deeper(depth);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return found;
    }

    void skip() throws XMLStreamException {
        text(0);
    }

    private int deeper(int depth) {
        if (depth >= MOST_NESTED) {
            throw broken("XML 嵌套过深。", "the XML is nested too deeply.");
        }
        return depth + 1;
    }

    Problem.Invalid broken(String zh, String en) {
        int line = xml.getLocation().getLineNumber();
        return file.broken("第 " + line + " 行：" + zh, "line " + line + ": " + en);
    }
}
