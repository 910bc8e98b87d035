package org.greenplan.backdrop;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.json.JsonText;
import org.greenplan.json.JsonTree;
import org.greenplan.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services laid from the page, with their keys: a file beside the plan that nobody else on this machine may read. */
final class OnlineFile {
    private static final Logger LOG = LoggerFactory.getLogger(OnlineFile.class);

    private final Path folder;
    private final Path file;

    OnlineFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("online.json");
    }

    Path folder() {
        return folder;
    }

    /** What was laid before; what cannot be read is passed over. */
    Map<String, OnlineMap> read() {
        Map<String, OnlineMap> maps = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            return maps;
        }
        try {
            for (JsonNode each : JsonTree.of(Files.readAllBytes(file))) {
                List<TileTemplate> layers = new ArrayList<>();
                for (JsonNode layer : each.path("layers")) {
                    layers.add(new TileTemplate(
                            layer.path("url").asText(),
                            Grid.valueOf(layer.path("grid").asText()),
                            layer.path("wms").asText()));
                }
                maps.put(
                        each.path("id").asText(),
                        new OnlineMap(
                                each.path("title").asText(),
                                each.path("attribution").asText(),
                                layers,
                                each.path("gcj02").asBoolean(),
                                each.path("maxZoom").asInt()));
            }
        } catch (IOException | IllegalArgumentException | Problem e) {
            // The words of the failure may quote the file, and with it a key.
            LOG.warn("{} is not read: {}", file.getFileName(), e.getClass().getSimpleName());
        }
        return maps;
    }

    /** Writes all of them in the place of what was there. */
    void write(List<Basemap> maps) {
        String text = JsonText.of(json -> {
            json.writeStartArray();
            for (Basemap map : maps) {
                if (map.source() instanceof OnlineTiles tiles) {
                    write(json, map.id(), tiles.map());
                }
            }
            json.writeEndArray();
        });
        try {
            Files.createDirectories(folder);
            Path beside = folder.resolve("online.json.part");
            Files.deleteIfExists(beside);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.createFile(
                        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JsonGenerator json, String id, OnlineMap map) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("title", map.title());
        json.writeStringField("attribution", map.attribution());
        json.writeBooleanField("gcj02", map.gcj02());
        json.writeNumberField("maxZoom", map.maxZoom());
        json.writeArrayFieldStart("layers");
        for (TileTemplate layer : map.layers()) {
            json.writeStartObject();
            json.writeStringField("url", layer.url());
            json.writeStringField("grid", layer.grid().name());
            json.writeStringField("wms", layer.wms());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
