package org.greenplan.backdrop;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The background maps of a desk: those that whoever started it named, and those that were laid from the page and lie in a folder beside the
 * plan. They are settings of this desk, not of the plan: a key belongs to an office, and a plan that is mailed takes neither it nor gigabytes
 * of imagery along.
 */
public final class Basemaps implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final int MOST = 40;

    private final Relay relay;
    private final List<Basemap> maps = new ArrayList<>();
    private final @Nullable OnlineFile kept;

    private Basemaps(Relay relay, @Nullable OnlineFile kept) {
        this.relay = relay;
        this.kept = kept;
    }

    /** None, and no folder for any. */
    public static Basemaps none() {
        return of(List.of(), null);
    }

    /**
     * Those named at the start.
     *
     * @param options each as {@link BasemapOption} reads it
     * @param folder where those laid from the page are kept, made when the first is laid; null where none can be
     */
    public static Basemaps of(List<String> options, @Nullable Path folder) {
        return of(options, folder, PATIENCE);
    }

    static Basemaps of(List<String> options, @Nullable Path folder, Duration patience) {
        var basemaps = new Basemaps(new Relay(patience), folder == null ? null : new OnlineFile(folder));
        for (String option : options) {
            String id = "basemap-" + (basemaps.maps.size() + 1);
            Object read = BasemapOption.read(option);
            if (read instanceof OnlineMap map) {
                basemaps.maps.add(basemaps.online(id, map, true));
            } else {
                basemaps.maps.add(BasemapFiles.open(id, (Path) read, false));
            }
        }
        if (basemaps.kept != null) {
            basemaps.kept.read().forEach((id, map) -> basemaps.maps.add(basemaps.online(id, map, false)));
            basemaps.maps.addAll(BasemapFiles.list(basemaps.kept.folder()));
        }
        return basemaps;
    }

    /** All of them, those named at the start first. */
    public synchronized List<Basemap> list() {
        return List.copyOf(maps);
    }

    /** The one of an id. */
    public Basemap get(String id) {
        return list().stream()
                .filter(map -> map.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem.Missing(
                        Words.of("没有这个底图，它可能已被移除。", "There is no such base map; it may have been taken away.")));
    }

    /** Lays a map of a public service under the plan. */
    synchronized Basemap add(OnlineMap map) {
        OnlineFile file = requireFolder();
        requireRoom();
        for (TileTemplate layer : map.layers()) {
            Reach.requirePublic(layer.host());
        }
        Basemap added = online(UUID.randomUUID().toString(), map, false);
        maps.add(added);
        keep(file);
        return added;
    }

    /** Lays a file under the plan that somebody sends. */
    Basemap receive(String name, InputStream body) {
        Path folder = requireFolder().folder();
        requireRoom();
        Basemap added = BasemapFiles.receive(folder, name, body);
        synchronized (this) {
            maps.add(added);
        }
        return added;
    }

    /** The scan of an id. */
    ScanTiles scan(String id) {
        if (get(id).source() instanceof ScanTiles scan) {
            return scan;
        }
        throw new Problem.Missing(Words.of("这个底图不是扫描图。", "This base map is no scan."));
    }

    /** Takes one away that was laid from the page. */
    synchronized void remove(String id) {
        Basemap gone = get(id);
        if (!gone.removable()) {
            throw new Problem.Forbidden(Words.of(
                    "此底图由启动参数 --basemap 给出，请在那里去掉。",
                    "This base map was named at the start (--basemap); leave it out there."));
        }
        maps.remove(gone);
        gone.source().close();
        if (gone.source() instanceof OnlineTiles) {
            keep(requireFolder());
        } else {
            BasemapFiles.delete(requireFolder().folder(), id);
        }
    }

    private void keep(OnlineFile file) {
        file.write(maps.stream()
                .filter(map -> map.removable() && map.source() instanceof OnlineTiles)
                .toList());
    }

    private Basemap online(String id, OnlineMap map, boolean trusted) {
        return new Basemap(
                id,
                map.title(),
                map.attribution(),
                "online",
                map.gcj02(),
                !trusted,
                new OnlineTiles(map, relay, trusted));
    }

    private OnlineFile requireFolder() {
        OnlineFile file = kept;
        if (file == null) {
            throw new Problem.Forbidden(Words.of(
                    "这里不能添加底图。请在启动时用 --basemap 给出。",
                    "No base map can be added here. Name it at the start: --basemap."));
        }
        return file;
    }

    private synchronized void requireRoom() {
        if (maps.size() >= MOST) {
            throw new Problem.Invalid(
                    Words.of("底图已有 " + MOST + " 个，请先移除不用的。", "There are " + MOST + " base maps; take some away first."),
                    null);
        }
    }

    @Override
    public synchronized void close() {
        maps.forEach(map -> map.source().close());
    }
}
