package org.greenplan.catalogue.yaml;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The trees of the YAML texts inside the program, read once by the build: reading YAML takes a start a third of a second on a cold
 * machine. A tree is found by what its text says, so that it is never an older one's; without the file everything is read as it stands.
 */
public final class KnownTrees {
    private static final String FILE = "data/trees.bin";
    private static final byte SCALAR = 0;
    private static final byte NOTHING = 1;
    private static final byte SEQUENCE = 2;
    private static final byte MAPPING = 3;

    private KnownTrees() {}

    /** Read when it is first asked for. */
    private static final class Own {
        private static final Map<Key, ByteBuffer> TREES = bundled();
    }

    /** What a text says, in short: its length in UTF-8 and two checksums that have nothing in common. */
    private record Key(int length, long sum) {
        static Key of(byte[] text) {
            var sum = new CRC32();
            sum.update(text);
            return new Key(text.length, sum.getValue() << Integer.SIZE | Integer.toUnsignedLong(Arrays.hashCode(text)));
        }

        // Written out: a record's own way of hashing is made anew at each start.
        @Override
        public int hashCode() {
            return length * 31 + (int) sum;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && length == key.length && sum == key.sum;
        }
    }

    /**
     * Writes the trees of all YAML files below {@code data} of a folder of classes; the build does.
     *
     * @param args that folder
     */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        Files.write(classes.resolve(FILE), written(classes.resolve("data")));
    }

    static byte[] written(Path data) throws IOException {
        var all = new ByteArrayOutputStream();
        var out = new DataOutputStream(all);
        try (Stream<Path> found = Files.walk(data)) {
            for (Path file :
                    found.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                byte[] text = Files.readAllBytes(file);
                Key key = Key.of(text);
                byte[] tree = bytes(YamlText.parse(new String(text, StandardCharsets.UTF_8)));
                out.writeInt(key.length());
                out.writeLong(key.sum());
                out.writeInt(tree.length);
                out.write(tree);
            }
        }
        return all.toByteArray();
    }

    /** The tree of a text, if the build has read it. */
    static @Nullable YamlTree find(String text) {
        return find(Own.TREES, text);
    }

    static @Nullable YamlTree find(byte[] written, String text) {
        return find(trees(written), text);
    }

    private static @Nullable YamlTree find(Map<Key, ByteBuffer> trees, String text) {
        ByteBuffer found = trees.get(Key.of(text.getBytes(StandardCharsets.UTF_8)));
        return found == null ? null : tree(found.duplicate());
    }

    private static Map<Key, ByteBuffer> bundled() {
        try (InputStream in = KnownTrees.class.getResourceAsStream("/" + FILE)) {
            return in == null ? Map.of() : trees(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Key, ByteBuffer> trees(byte[] written) {
        Map<Key, ByteBuffer> trees = new HashMap<>();
        ByteBuffer in = ByteBuffer.wrap(written);
        while (in.hasRemaining()) {
            Key key = new Key(in.getInt(), in.getLong());
            int length = in.getInt();
            trees.put(key, in.slice(in.position(), length));
            in.position(in.position() + length);
        }
        return trees;
    }

    private static byte[] bytes(YamlTree tree) throws IOException {
        var all = new ByteArrayOutputStream();
        write(tree, new DataOutputStream(all));
        return all.toByteArray();
    }

    private static void write(YamlTree tree, DataOutputStream out) throws IOException {
        if (tree instanceof YamlTree.Scalar scalar) {
            byte[] value = scalar.value().getBytes(StandardCharsets.UTF_8);
            head(out, scalar.nothing() ? NOTHING : SCALAR, scalar.line(), value.length);
            out.write(value);
        } else if (tree instanceof YamlTree.Sequence sequence) {
            head(out, SEQUENCE, sequence.line(), sequence.items().size());
            for (YamlTree item : sequence.items()) {
                write(item, out);
            }
        } else if (tree instanceof YamlTree.Mapping mapping) {
            head(out, MAPPING, mapping.line(), mapping.members().size());
            for (YamlTree.Member member : mapping.members()) {
                write(member.key(), out);
                write(member.value(), out);
            }
        }
    }

    private static void head(DataOutputStream out, byte kind, int line, int count) throws IOException {
        out.writeByte(kind);
        out.writeInt(line);
        out.writeInt(count);
    }

    private static YamlTree tree(ByteBuffer in) {
        byte kind = in.get();
        int line = in.getInt();
        int count = in.getInt();
        if (kind == SEQUENCE) {
            List<YamlTree> items = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                items.add(tree(in));
            }
            return new YamlTree.Sequence(line, items);
        }
        if (kind == MAPPING) {
            List<YamlTree.Member> members = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                members.add(new YamlTree.Member(tree(in), tree(in)));
            }
            return new YamlTree.Mapping(line, members);
        }
        byte[] value = new byte[count];
        in.get(value);
        return new YamlTree.Scalar(line, new String(value, StandardCharsets.UTF_8), kind == NOTHING);
    }
}
