package org.greenplan.backdrop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** A background map as the command line names it. */
final class BasemapOption {
    private static final Pattern TIANDITU = Pattern.compile("tianditu(?:-(vec|img|ter))?(?:-([wc]))?=([0-9a-zA-Z]+)");
    private static final String GCJ = "gcj02:";

    private BasemapOption() {}

    /**
     * Reads {@code osm}, {@code tianditu=KEY} (also {@code tianditu-img=KEY}, {@code tianditu-img-c=KEY}), {@code TITLE=address} of XYZ,
     * WMTS or WMS, {@code TITLE=gcj02:address}, or the path of a file of tiles or of a picture that knows its place.
     */
    static Object read(String text) {
        if (text.equals("osm")) {
            return OnlineMap.openStreetMap();
        }
        Matcher tianditu = TIANDITU.matcher(text);
        if (tianditu.matches()) {
            String kind = tianditu.group(1) == null ? "vec" : tianditu.group(1);
            return OnlineMap.tianditu(
                    kind, tianditu.group(2) == null ? "w" : tianditu.group(2), true, tianditu.group(3));
        }
        int equals = text.indexOf('=');
        if (equals > 0 && text.substring(equals + 1).matches("(gcj02:)?https?://.*")) {
            String title = text.substring(0, equals);
            String url = text.substring(equals + 1);
            boolean shifted = url.startsWith(GCJ);
            return OnlineMap.of(title, title, shifted ? url.substring(GCJ.length()) : url, shifted);
        }
        if (!text.isBlank() && Files.isRegularFile(Path.of(text))) {
            return Path.of(text);
        }
        throw new Problem.Invalid(
                Words.of(
                        "--basemap 应为 osm、tianditu=密钥、名称=https://…/{z}/{x}/{y}.png（或 WMTS、WMS 地址），或底图文件的路径。",
                        "--basemap is osm, tianditu=KEY, TITLE=https://…/{z}/{x}/{y}.png (or an address of WMTS or WMS), or the path of a"
                                + " file."),
                "--basemap");
    }
}
