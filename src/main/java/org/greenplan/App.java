package org.greenplan;

import org.greenplan.cli.Greenplan;

/** Greenplan, the planning desk of a district's greening and water programme: starts the command line, which serves the map. */
public final class App {
    private App() {}

    public static void main(String[] args) {
        int code = Greenplan.run(args);
        if (code != 0) {
            System.exit(code);
        }
    }
}
