package org.greenplan.cli;

/** Work of a start that nobody waits for. */
final class Beside {
    private Beside() {}

    /** Does something on a thread of its own that keeps no program from ending. */
    static void run(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
