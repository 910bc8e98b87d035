package org.greenplan.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** The page's files out of the program itself: our own, and the libraries it brings along. */
final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "html", "text/html; charset=utf-8");

    private final Map<String, String> roots = new LinkedHashMap<>();
    private final Map<String, File> cache = new ConcurrentHashMap<>();

    /** A file with its entity tag; nobody changes the bytes. */
    static final class File {
        private final byte[] bytes;
        private final String etag;

        File(byte[] bytes, String etag) {
            this.bytes = bytes;
            this.etag = etag;
        }

        byte[] bytes() {
            return bytes;
        }

        String etag() {
            return etag;
        }
    }

    Assets() {
        roots.put("vendor/leaflet/", webjar("org.webjars.npm/leaflet", "/META-INF/resources/webjars/leaflet/%s/"));
        for (String part : new String[] {"lit", "lit-html", "lit-element"}) {
            roots.put(
                    "vendor/" + part + "/",
                    webjar("org.mvnpm/" + part, "/META-INF/resources/_static/" + part + "/%s/"));
        }
        roots.put(
                "vendor/reactive-element/",
                webjar("org.mvnpm.at.lit/reactive-element", "/META-INF/resources/_static/reactive-element/%s/"));
        roots.put("vendor/geoman/", "/vendor/geoman/");
        roots.put("vendor/echarts/", "/vendor/echarts/");
        roots.put("", "/web/");
    }

    /** GET /assets/&lt;path&gt; */
    void serve(Context ctx) {
        String path = ctx.pathParam("path");
        File file = find(path);
        ctx.header("ETag", file.etag());
        ctx.header("Cache-Control", "no-cache");
        if (file.etag().equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
            return;
        }
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        ctx.contentType(type == null ? "application/octet-stream" : type).result(file.bytes());
    }

    /** Whether the program brings this file along. */
    boolean has(String path) {
        return Assets.class.getResource("/web/" + path) != null;
    }

    File find(String path) {
        return cache.computeIfAbsent(path, this::load);
    }

    private File load(String path) {
        if (!path.matches("[A-Za-z0-9_-][A-Za-z0-9._/-]*") || path.contains("..") || path.contains("//")) {
            throw missing(path);
        }
        var root = roots.entrySet().stream()
                .filter(r -> path.startsWith(r.getKey()))
                .findFirst()
                .orElseThrow(() -> missing(path));
        String resource = root.getValue() + path.substring(root.getKey().length());
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            // A folder of the class path opens as a listing: only files with an ending are served.
            if (in == null || !path.substring(path.lastIndexOf('/') + 1).contains(".")) {
                throw missing(path);
            }
            byte[] bytes = in.readAllBytes();
            CRC32 sum = new CRC32();
            sum.update(bytes);
            return new File(bytes, "\"" + Long.toHexString(sum.getValue()) + "-" + bytes.length + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String webjar(String artifact, String pattern) {
        try (InputStream in = Assets.class.getResourceAsStream("/META-INF/maven/" + artifact + "/pom.properties")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + artifact);
            }
            Properties properties = new Properties();
            properties.load(in);
            return String.format(Locale.ROOT, pattern, properties.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem.Missing missing(String path) {
        return new Problem.Missing(Words.of("没有文件 " + path, "There is no file " + path + "."));
    }
}
