package org.greenplan.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The page, with the import map that gives bare module names their addresses, and the headers that hold it to its own files. */
final class Pages {
    private static final String IMPORT_MAP =
            """
            {"imports":{"leaflet":"/assets/vendor/leaflet/dist/leaflet-src.esm.js",\
            "lit":"/assets/vendor/lit/index.js","lit/":"/assets/vendor/lit/",\
            "lit-html":"/assets/vendor/lit-html/lit-html.js","lit-html/":"/assets/vendor/lit-html/",\
            "lit-element":"/assets/vendor/lit-element/index.js","lit-element/":"/assets/vendor/lit-element/",\
            "@lit/reactive-element":"/assets/vendor/reactive-element/reactive-element.js",\
            "@lit/reactive-element/":"/assets/vendor/reactive-element/"}}""";

    private static final String PLACEHOLDER = "<!-- importmap -->";
    /** The page in one script and one sheet, which the build puts together; without it the page comes in its modules. */
    private static final String BUNDLED = "bundle/index.html";

    private final Assets assets;
    private final String policy;

    Pages(Assets assets) {
        this.assets = assets;
        this.policy = "default-src 'self'; script-src 'self' 'sha256-" + sha256(IMPORT_MAP)
                + "'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    /** GET / */
    void index(Context ctx) {
        String file = assets.has(BUNDLED) ? BUNDLED : "index.html";
        String html = new String(assets.find(file).bytes(), StandardCharsets.UTF_8);
        ctx.header("Cache-Control", "no-cache");
        ctx.contentType("text/html; charset=utf-8")
                .result(html.replace(PLACEHOLDER, "<script type=\"importmap\">" + IMPORT_MAP + "</script>"));
    }

    /** Headers of every answer. */
    void secure(Context ctx) {
        headers().forEach(ctx::header);
    }

    /** Headers of every answer, also of those that the web server gives before the program is asked. */
    Map<String, String> headers() {
        return Map.of(
                "Content-Security-Policy", policy,
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "same-origin",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Vary", "Accept-Encoding, Accept-Language");
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
