package org.greenplan.works;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.greenplan.json.JsonText;
import org.greenplan.json.JsonTree;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** The search for the cheapest works over HTTP: it is begun, looked at, and called off. It writes nothing. */
public final class WorksApi implements AutoCloseable {
    private static final Set<String> KEYS = Set.of("page", "from", "years", "verdicts");
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);
    private static final int MOST_AT_WORK = 4;

    private final PlanDesk desk;
    private final Map<String, OpenSearch> open = new ConcurrentHashMap<>();

    public WorksApi(PlanDesk desk) {
        this.desk = desk;
    }

    /**
     * POST /api/water/works {from?: today|approved, years?: [codes], verdicts: [circulating|balanced|backed], page?}: begins a search. A page's
     * newer search ends its older one.
     */
    public void begin(Context ctx) throws IOException {
        JsonNode body = JsonTree.of(ctx.bodyAsBytes());
        if (!body.isObject()) {
            throw new Problem.Invalid(Words.of("请求应为一个对象。", "The request is an object."), "");
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!KEYS.contains(name)) {
                throw new Problem.Invalid(
                        Words.of("不认识的字段“" + name + "”。", "There is no field \"" + name + "\" here."), name);
            }
        });
        var question = WorksQuestion.of(body.path("from").asText(""), texts(body, "years"), texts(body, "verdicts"));
        String page = body.path("page").asText("");
        String id = UUID.randomUUID().toString();
        var search = new OpenSearch(page);
        makeRoom(page);
        open.put(id, search);
        search.begin(() -> desk.water().planned(question.years()), question);
        ctx.status(202).header("Location", "/api/water/works/" + id);
        answer(ctx, Map.of("id", id));
    }

    /** GET /api/water/works/{id}: how far it is, and what it has found. */
    public void state(Context ctx) {
        OpenSearch.State state = get(ctx).state();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("state", state.working() ? "working" : "idle");
        answer.put("step", Map.of("phase", state.phase(), "done", state.done()));
        WorksAnswer found = state.answer();
        answer.put("answer", found == null ? null : WorksMap.of(found));
        RuntimeException failure = state.failure();
        if (failure != null) {
            Words words = failure instanceof Problem problem
                    ? problem.words()
                    : Words.of("程序出错，数据未改动。", "The program failed; nothing was changed.");
            answer.put("problem", Map.of("zh", words.zh(), "en", words.en()));
        }
        ctx.header("Cache-Control", "no-store");
        answer(ctx, answer);
    }

    /** DELETE /api/water/works/{id}: calls it off; what it has found can still be read. */
    public void cancel(Context ctx) {
        get(ctx).cancel();
        ctx.status(204);
    }

    @Override
    public void close() {
        open.values().forEach(OpenSearch::cancel);
        open.clear();
    }

    private OpenSearch get(Context ctx) {
        OpenSearch found = open.get(ctx.pathParam("id"));
        if (found == null) {
            throw new Problem.Missing(Words.of("该搜索已结束，请重新开始。", "This search has ended. Begin again."));
        }
        return found;
    }

    private synchronized void makeRoom(String page) {
        Instant limit = Instant.now().minus(FORGOTTEN_AFTER);
        open.values().removeIf(search -> search.isForgotten(limit));
        if (!page.isEmpty()) {
            open.values().stream().filter(search -> search.page().equals(page)).forEach(OpenSearch::cancel);
            open.values().removeIf(search -> search.page().equals(page));
        }
        if (open.values().stream().filter(OpenSearch::isWorking).count() >= MOST_AT_WORK) {
            throw new Problem.TooLarge(Words.of(
                    "已有 " + MOST_AT_WORK + " 个搜索正在进行，请稍候。", MOST_AT_WORK + " searches are at work. Wait a moment."));
        }
    }

    private static List<String> texts(JsonNode body, String name) {
        JsonNode list = body.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new Problem.Invalid(Words.of(name + " 应为列表。", name + " is a list."), name);
        }
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static void answer(Context ctx, Object value) {
        ctx.contentType("application/json").result(JsonText.of(json -> JsonText.value(json, value)));
    }
}
