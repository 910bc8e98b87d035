package org.greenplan.album;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureJson;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.json.JsonText;
import org.greenplan.page.ChangesetJson;
import org.greenplan.page.RequestValues;
import org.greenplan.photo.PhotoStore;
import org.greenplan.picture.PictureFile;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Condition;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/** Photos of a place in the plan: brought, listed, seen. They are taken away like any record, by a changeset. */
public record PhotoApi(PlanDesk desk) {
    /** The kind of record that says of which feature a picture is, when it was taken and who brought it. */
    private static final String PHOTO = "photo";

    private static final int MOST_BYTES = 30 << 20;

    /** A picture that is kept has at most so many pixels, some 2048 on a side. */
    private static final long MOST_PIXELS = 2048 * 2048;

    private static final int MOST_PHOTOS = 60;

    /** GET /api/layers/{layer}/features/{id}/photos: the records, the oldest first; none in plans that keep no photos. */
    public void list(Context ctx) {
        FeatureRef ref = new FeatureRef(ctx.pathParam("layer"), RequestValues.number("id", ctx.pathParam("id")));
        List<Feature> photos = desk.database().read(session -> of(session, ref));
        ctx.contentType("application/json").result(JsonText.of(json -> {
            json.writeStartArray();
            for (Feature photo : photos) {
                FeatureJson.write(json, desk.catalogue(), photo);
            }
            json.writeEndArray();
        }));
    }

    /**
     * POST /api/layers/{layer}/features/{id}/photos?author=&amp;taken=&amp;note=: a JPEG or PNG. It is set upright, shrunk and written anew, without
     * what its sender wrote of where it was taken. Answers as a changeset.
     */
    public void add(Context ctx) throws IOException {
        FeatureRef ref = new FeatureRef(ctx.pathParam("layer"), RequestValues.number("id", ctx.pathParam("id")));
        String author = Objects.requireNonNullElse(ctx.queryParam("author"), "");
        kind();
        desk.database().read(session -> requireRoom(session, ref));
        byte[] jpeg = shrunk(ctx.bodyInputStream());
        Map<String, @Nullable Object> photo = new LinkedHashMap<>();
        photo.put("layer", ref.layer());
        photo.put("feature", ref.id());
        photo.put("taken", date(ctx.queryParam("taken")));
        photo.put("person", author);
        photo.put("note", ctx.queryParam("note"));
        photo.put("picture", desk.database().write(session -> new PhotoStore(session).put(jpeg)));
        var changeset = new Changeset(
                author, "照片 / photo", List.of(new Change.Create(PHOTO, null, 1, photo, Feature.NO_SHAPE)));
        var applied = desk.apply(changeset);
        ctx.status(201)
                .contentType("application/json")
                .result(JsonText.of(json -> ChangesetJson.write(json, desk.catalogue(), applied, List.of())));
    }

    /** GET /photos/{picture}: always a JPEG, and always the same under its name. */
    public void picture(Context ctx) {
        byte[] jpeg = desk.database()
                .read(session -> new PhotoStore(session).find(ctx.pathParam("picture")))
                .orElseThrow(() -> new Problem.Missing(Words.of("没有这张照片。", "There is no such photo.")));
        ctx.header("Cache-Control", "private, max-age=31536000, immutable");
        ctx.contentType("image/jpeg").result(jpeg);
    }

    private List<Feature> of(Session session, FeatureRef ref) {
        return session.catalogue()
                .find(PHOTO)
                .map(kind -> {
                    List<Feature> photos = new java.util.ArrayList<>();
                    var which = new Condition("layer = ? AND feature = ?", List.of(ref.layer(), ref.id()));
                    new FeatureStore(session).stream(kind, FeatureQuery.all().where(which), photos::add);
                    return photos;
                })
                .orElse(new java.util.ArrayList<>());
    }

    private LayerType kind() {
        return desk.catalogue()
                .find(PHOTO)
                .orElseThrow(() -> new Problem.Missing(Words.of(
                        "这个规划的图层目录中没有照片，不能添加。", "The catalogue of this plan knows no photos; none can be added.")));
    }

    private boolean requireRoom(Session session, FeatureRef ref) {
        LayerType layer = desk.catalogue().get(ref.layer());
        if (layer.isRecord() || new FeatureStore(session).find(ref).isEmpty()) {
            throw new Problem.Missing(Words.of("要素已不在规划中，照片没有保存。", "The feature is gone; the photo was not kept."));
        }
        if (of(session, ref).size() >= MOST_PHOTOS) {
            throw new Problem.Invalid(
                    Words.of("一处最多 60 张照片，请先删去一些。", "A place has at most 60 photos; delete some first."), "photo");
        }
        return true;
    }

    private static byte[] shrunk(InputStream body) throws IOException {
        Path file = Files.createTempFile("greenplan-photo", ".part");
        try {
            byte[] sent = body.readNBytes(MOST_BYTES + 1);
            if (sent.length > MOST_BYTES) {
                throw new Problem.TooLarge(Words.of("照片最大 30 MB。", "A photo has at most 30 MB."));
            }
            Files.write(file, sent);
            return PictureFile.jpeg(PictureFile.read(file, "photo", MOST_PIXELS));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Problem.Invalid(
                    Words.of("拍摄日期应为 2019-07-01 的形式。", "The date is written like 2019-07-01."), "taken");
        }
    }
}
