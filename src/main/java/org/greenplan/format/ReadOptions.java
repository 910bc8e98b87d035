package org.greenplan.format;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What the planner decided about reading a file.
 *
 * @param encoding the encoding of its texts, or null to find out
 */
public record ReadOptions(@Nullable Charset encoding) {
    public static final ReadOptions DETECT = new ReadOptions(null);
}
