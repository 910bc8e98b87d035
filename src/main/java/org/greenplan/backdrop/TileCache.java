package org.greenplan.backdrop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Images fetched lately, up to a size: the ones that nobody asked for longest go first. */
final class TileCache {
    private static final long MOST_BYTES = 48L << 20;

    private final LinkedHashMap<String, Picture> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final long mostBytes;
    private long bytes;

    TileCache() {
        this(MOST_BYTES);
    }

    TileCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized Optional<Picture> find(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    synchronized void keep(String key, Picture picture) {
        Picture before = kept.put(key, picture);
        bytes += picture.bytes().length - (before == null ? 0 : before.bytes().length);
        var oldest = kept.entrySet().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            Map.Entry<String, Picture> gone = oldest.next();
            bytes -= gone.getValue().bytes().length;
            oldest.remove();
        }
    }
}
