package org.greenplan.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Text files by name, from the program itself or from a folder. Inside a jar the file {@code index.txt} lists them. */
public record Bundled(Map<String, String> files) {
    public Bundled {
        files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** The files that {@code data/<folder>/index.txt} of the program lists. */
    public static Bundled resource(String folder) {
        Map<String, String> files = new LinkedHashMap<>();
        String root = "/data/" + folder + "/";
        for (String name : read(root + "index.txt").lines().toList()) {
            if (!name.isBlank()) {
                files.put(name, read(root + name));
            }
        }
        return new Bundled(files);
    }

    /** One file of the program's, {@code data/<folder>/<name>}. */
    public static String resource(String folder, String name) {
        return read("/data/" + folder + "/" + name);
    }

    /** Every YAML file below a folder of the disk, sorted by name. */
    public static Bundled folder(Path folder) {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file :
                    found.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bundled(files);
    }

    /** Names that begin with a prefix, in order. */
    public List<String> under(String prefix) {
        return files.keySet().stream().filter(n -> n.startsWith(prefix)).toList();
    }

    public String text(String name) {
        String text = files.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no file " + name);
        }
        return text;
    }

    private static String read(String resource) {
        try (InputStream in = Bundled.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
