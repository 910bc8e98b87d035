package org.greenplan.water.operate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Things by their ids, each of which is there when it is asked for. */
final class Named<T> {
    private final Map<String, T> things = new HashMap<>();

    void put(String id, T thing) {
        things.put(id, thing);
    }

    T of(String id) {
        return Objects.requireNonNull(things.get(id), id);
    }

    @Nullable
    T find(String id) {
        return things.get(id);
    }

    Collection<T> all() {
        return things.values();
    }

    Map<String, T> map() {
        return things;
    }
}
