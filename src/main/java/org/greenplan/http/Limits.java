package org.greenplan.http;

import java.time.Duration;

/**
 * How long the server waits for the other side.
 *
 * @param beat time between two signs of life to a page that listens
 * @param idle a connection on which nothing moves for so long is closed
 * @param leastBytesPerS a body that arrives more slowly is given up, after a time of grace
 */
record Limits(Duration beat, Duration idle, long leastBytesPerS, Duration grace) {
    /** For people on slow lines, not for those who keep a door open. */
    static final Limits USUAL =
            new Limits(Duration.ofSeconds(15), Duration.ofSeconds(30), 1000, Duration.ofSeconds(20));
}
