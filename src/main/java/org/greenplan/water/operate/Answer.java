package org.greenplan.water.operate;

import java.util.List;
import org.greenplan.water.Missing;

/** What can be said of a typical year. */
public sealed interface Answer {
    /** It was computed. */
    record Said(YearResult result) implements Answer {}

    /** Numbers are missing, and missing numbers are not zeros. */
    record CannotSay(List<Missing> missing) implements Answer {
        public CannotSay {
            missing = List.copyOf(missing);
        }
    }
}
