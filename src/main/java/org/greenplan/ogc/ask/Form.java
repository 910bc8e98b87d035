package org.greenplan.ogc.ask;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** In which form a resource is answered: for programs or for people. {@code f=} counts before the Accept header. */
public enum Form {
    JSON,
    HTML;

    /** The media type of a page. */
    public static final String PAGE = "text/html";

    /** The form asked for; {@code jsonType} is what JSON is called for this resource. */
    static Form of(Context ctx, String jsonType) {
        String asked = ctx.queryParam("f");
        if (asked != null) {
            return switch (asked) {
                case "json", "geojson" -> JSON;
                case "html" -> HTML;
                default ->
                    throw new Problem.BadRequest(
                            Words.of("f 只能是 json 或 html。", "f is json or html, not \"" + asked + "\"."), "f");
            };
        }
        return accepted(ctx.header("Accept"), jsonType);
    }

    /** As the parameter f names it. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Form accepted(@Nullable String header, String jsonType) {
        if (header == null || header.isBlank()) {
            return JSON;
        }
        return Arrays.stream(header.split(",", -1))
                .map(range -> Range.of(range.strip(), jsonType))
                .filter(range -> range.form != null && range.weight > 0)
                .max(Comparator.comparingDouble(Range::weight))
                .map(Range::form)
                .orElseThrow(() -> new Problem.Terms(
                        Problem.Terms.Kind.NOT_ACCEPTABLE,
                        Words.of(
                                "此资源只有 " + jsonType + " 和 text/html 两种形式。",
                                "This resource comes as " + jsonType + " and as text/html."),
                        "Accept"));
    }

    /** One media range of the header: the form it lets through, if any, and how much it is liked. */
    private record Range(@Nullable Form form, double weight) {
        static Range of(String text, String jsonType) {
            String[] parts = text.split(";", -1);
            String type = parts[0].strip().toLowerCase(Locale.ROOT);
            double weight = 1;
            for (String part : parts) {
                String p = part.strip();
                if (p.startsWith("q=")) {
                    weight = weight(p.substring(2));
                }
            }
            String bare = jsonType.split(";", 2)[0];
            Form form = null;
            if (type.equals(PAGE) || type.equals("text/*") || type.equals("application/xhtml+xml")) {
                form = HTML;
            } else if (type.equals(bare)
                    || type.equals("application/json")
                    || type.equals("*/*")
                    || type.equals("application/*")) {
                form = JSON;
            }
            return new Range(form, weight);
        }

        private static double weight(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
