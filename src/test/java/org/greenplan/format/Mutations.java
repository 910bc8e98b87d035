package org.greenplan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Random;
import org.greenplan.problem.Problem;

/** Damages files at random, the same way every time: a reader gives rows or says in words what is wrong, and soon. */
public final class Mutations {
    private static final long SLOWEST_NS = 1_000_000_000;
    private static final int MOST_ROWS = 100_000;

    private Mutations() {}

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Reads so many damaged copies of the files; answers how many could still be read. */
    public static int survive(FormatReader reader, SourceFiles files, int times, long seed) {
        int read = 0;
        for (int i = 0; i < times; i++) {
            Random random = new Random(seed + i);
            SourceFiles damaged = damaged(files, random);
            long start = System.nanoTime();
            try {
                int[] rows = {0};
                for (SourceLayer layer : reader.open(damaged, ReadOptions.DETECT)) {
                    layer.each(row -> {
                        if (++rows[0] > MOST_ROWS) {
                            throw new Enough();
                        }
                    });
                }
                read++;
            } catch (Problem | Enough e) {
                assertThat(e.getMessage()).isNotEqualTo("");
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("seed " + (seed + i), e);
            }
            assertThat(System.nanoTime() - start).as("seed " + (seed + i)).isLessThan(5 * SLOWEST_NS);
        }
        return read;
    }

    private static SourceFiles damaged(SourceFiles files, Random random) {
        Object[] copies = new Object[2 * files.files().size()];
        int victim = random.nextInt(files.files().size());
        for (int i = 0; i < files.files().size(); i++) {
            SourceFile file = files.files().get(i);
            copies[2 * i] = file.name();
            copies[2 * i + 1] = i == victim ? damaged(bytes(file), random) : bytes(file);
        }
        return Uploads.of(copies);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        if (bytes.length == 0 || random.nextInt(5) == 0) {
            return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        }
        int flips = 1 + random.nextInt(8);
        int reach = random.nextBoolean() ? Math.min(bytes.length, 160) : bytes.length;
        for (int i = 0; i < flips; i++) {
            int at = random.nextInt(reach);
            bytes[at] = random.nextInt(3) == 0 ? (byte) 0xFF : (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] bytes(SourceFile file) {
        try {
            return Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
