package org.greenplan.ogc.ask;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenplan.html.Markup;
import org.greenplan.json.JsonText;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * One question in the terms of OGC API: which address, in which form and language, with which parameters. A parameter that the API
 * description does not name is refused, and so is one that is said twice.
 *
 * @param jsonType what JSON is called for this resource
 */
public record Asking(Context ctx, String jsonType, Form form, Locale language, Map<String, String> parameters) {
    /** Media types of what this API answers. */
    public static final String JSON = "application/json";

    /** The cookie in which a reader's language is kept. */
    private static final String LANGUAGE = "greenplan-language";

    public static final String GEOJSON = "application/geo+json";
    public static final String SCHEMA = "application/schema+json";
    public static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

    /** Reads the question; {@code f} is known everywhere. */
    public static Asking of(Context ctx, String jsonType, String... known) {
        return of(ctx, jsonType, new LinkedHashSet<>(Arrays.asList(known)));
    }

    /** The same with the names as a set. */
    public static Asking of(Context ctx, String jsonType, Set<String> known) {
        ctx.header("Vary", "Accept, Accept-Encoding, Accept-Language");
        Map<String, String> parameters = parameters(ctx, known);
        Form form = Form.of(ctx, jsonType);
        Locale language = language(ctx, form);
        ctx.header("Content-Language", language.getLanguage());
        return new Asking(ctx, jsonType, form, language, parameters);
    }

    /** What a reader chose on a page counts for pages; programs, and readers who chose none, say it in their head. */
    private static Locale language(Context ctx, Form form) {
        String accepted = ctx.header("Accept-Language");
        if (form != Form.HTML) {
            return Words.language(accepted);
        }
        ctx.header("Vary", "Accept, Accept-Encoding, Accept-Language, Cookie");
        String chosen = ctx.cookie(LANGUAGE);
        return Words.language(chosen == null ? accepted : chosen);
    }

    /** The parameters of a question whose answer has no form; one that is not known is a Problem. */
    public static Map<String, String> parameters(Context ctx, Set<String> known) {
        Map<String, String> parameters = new LinkedHashMap<>();
        ctx.queryParamMap().forEach((name, values) -> {
            if (name.isEmpty()) {
                return;
            }
            if (!name.equals("f") && !known.contains(name)) {
                throw unknown(name, known);
            }
            if (values.size() > 1) {
                throw new Problem.BadRequest(
                        Words.of(
                                "参数 " + name + " 出现了 " + values.size() + " 次。",
                                "The parameter " + name + " is given " + values.size() + " times."),
                        name);
            }
            parameters.put(name, values.get(0));
        });
        return parameters;
    }

    /** What a parameter says. */
    public Optional<String> find(String parameter) {
        return Optional.ofNullable(parameters.get(parameter));
    }

    /** In the language that was asked for. */
    public String say(Words words) {
        return words.in(language);
    }

    /** Absolute address of a resource of this API. */
    public String url(String path) {
        return ctx.scheme() + "://" + ctx.host() + "/ogc" + path;
    }

    /** This resource with other parameters: those of the question, changed. */
    public String self(Map<String, String> changed) {
        return address(parameters, changed);
    }

    /** The same from its first page on. */
    public String again(Map<String, String> changed) {
        Map<String, String> kept = new LinkedHashMap<>(parameters);
        kept.remove(ItemsParameter.CURSOR.name());
        return address(kept, changed);
    }

    private String address(Map<String, String> kept, Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(kept);
        all.putAll(changed);
        StringBuilder query = new StringBuilder();
        all.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        return ctx.scheme() + "://" + ctx.host() + ctx.path() + query;
    }

    /** This document, and the same in the other form. */
    public List<Link> selfAndAlternate() {
        Form other = form == Form.JSON ? Form.HTML : Form.JSON;
        return List.of(
                new Link("self", self(Map.of("f", form.parameter())), type(form), Words.of("本文档", "This document")),
                new Link(
                        "alternate",
                        self(Map.of("f", other.parameter())),
                        type(other),
                        other == Form.HTML
                                ? Words.of("网页", "This document as a page")
                                : Words.of("JSON", "This document as JSON")));
    }

    /** Answers a small document. */
    public void answer(JsonText.Writing json, Markup page) {
        ctx.header("Cache-Control", "no-cache");
        if (form == Form.HTML) {
            ctx.contentType("text/html; charset=utf-8").result(page.html());
        } else {
            json(ctx, jsonType, json);
        }
    }

    /** JSON is UTF-8 whatever its media type says, so it is answered as bytes. */
    public static void json(Context ctx, String type, JsonText.Writing json) {
        ctx.contentType(type).result(JsonText.of(json).getBytes(StandardCharsets.UTF_8));
    }

    /** As it stands in an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String type(Form of) {
        return of == Form.HTML ? Form.PAGE : jsonType;
    }

    private static Problem.BadRequest unknown(String name, Set<String> known) {
        String list = known.isEmpty() ? "f" : "f, " + String.join(", ", known);
        return new Problem.BadRequest(
                Words.of(
                        "没有参数“" + name + "”。可用：" + list + "。",
                        "There is no parameter \"" + name + "\" here. Known are: " + list + "."),
                name);
    }
}
