package org.computility.planning.dispatch.late;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Future;

/**
 * Exchanges with slow nodes, which go on and note their outcome by themselves.
 *
 * @param exchanges of each instance whose node has not answered yet
 */
public record Late(Map<UUID, Future<?>> exchanges) {

    public static final Late NONE = new Late(Map.of());

    /** Of an exchange about these, for each node. */
    public static Late of(List<? extends Collection<UUID>> asked, List<? extends Future<?>> exchanges) {
        Map<UUID, Future<?>> late = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            Future<?> exchange = exchanges.get(i);
            if (!exchange.isDone()) {
                asked.get(i).forEach(id -> late.put(id, exchange));
            }
        }
        return new Late(late);
    }

    /** The exchanges about these instances. */
    public List<Future<?>> about(Collection<UUID> instances) {
        List<Future<?>> found = new ArrayList<>();
        instances.stream()
                .map(exchanges::get)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(found::add);
        return found;
    }
}
