package org.greenplan.water.inp;

import java.util.List;
import java.util.Map;

/** An input file, or why there is none. */
public sealed interface InpFile {
    /**
     * It was written.
     *
     * @param text UTF-8, lines end in LF
     * @param defaults one line for each number that was taken for want of a better one; they stand at the head of the file too
     * @param ids names of the network by the ids in the file
     */
    record Written(String text, List<String> defaults, Map<String, String> ids) implements InpFile {
        public Written {
            defaults = List.copyOf(defaults);
            ids = Map.copyOf(ids);
        }
    }

    /** It was not: a zero would have had to be invented. */
    record Refused(List<InpFinding> findings) implements InpFile {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
