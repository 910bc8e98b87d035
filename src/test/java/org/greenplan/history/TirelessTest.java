package org.greenplan.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenplan.plan.DeskFixture;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** Threads that must live do, whatever is thrown at them. */
class TirelessTest {
    @Test
    void whateverEndsARoundTheNextOneBegins() throws Exception {
        Throwable[] ends = {
            new OutOfMemoryError("test"),
            new StackOverflowError("test"),
            new AssertionError("test"),
            new IllegalStateException("test"),
            new InterruptedException("test")
        };
        AtomicInteger rounds = new AtomicInteger();
        BlockingQueue<Integer> lived = new LinkedBlockingQueue<>();
        try (var thread = new Tireless("greenplan-test", () -> {
            int round = rounds.getAndIncrement();
            if (round < ends.length) {
                TirelessTest.<RuntimeException>thrown(ends[round]);
            }
            lived.add(round);
            new LinkedBlockingQueue<Integer>().take();
        })) {
            assertThat(lived.poll(20, TimeUnit.SECONDS)).isEqualTo(ends.length);
            assertThat(thread).isNotNull();
        }
    }

    @Test
    void oneListenersFaultIsNotAnothersSilence() throws Exception {
        BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        try (DeskFixture plan = new DeskFixture(Kind.GEOPACKAGE);
                var faulty = plan.desk().feed().subscribe(entry -> {
                    throw new OutOfMemoryError("test");
                });
                var sound = plan.desk().feed().subscribe(entry -> heard.add(entry.number()))) {
            assertThat(faulty).isNotSameAs(sound);
            for (int i = 0; i < 2; i++) {
                long number = plan.desk()
                        .apply(DeskFixture.by("li", DeskFixture.park("甲", DeskFixture.box(20 * i, 0, 10, 10))))
                        .changeset();
                assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(number);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void thrown(Throwable end) throws T {
        throw (T) end;
    }
}
