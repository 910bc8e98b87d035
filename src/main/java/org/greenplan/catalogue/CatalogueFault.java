package org.greenplan.catalogue;

import org.greenplan.problem.Words;

/** A catalogue file that cannot be used: which file, which line, why. It stops the start. */
public final class CatalogueFault extends RuntimeException {
    private final String file;
    private final int line;
    private final transient Words reason;

    public CatalogueFault(String file, int line, Words reason) {
        super(file + ":" + line + ": " + reason.zh() + " / " + reason.en());
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    public String file() {
        return file;
    }

    /** First line is 1. */
    public int line() {
        return line;
    }

    public Words reason() {
        return reason;
    }
}
