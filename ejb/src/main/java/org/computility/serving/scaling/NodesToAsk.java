package org.computility.serving.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** In which order nodes are asked for their figures before they get more to do. */
final class NodesToAsk {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private NodesToAsk() {}

    /**
     * First whose figures are missing or old, by chance: those that never answer must not be asked for ever in the others' place.
     * Then the others, the oldest first.
     */
    static List<String> inOrder(List<String> codes, Function<String, Instant> toldAt, Instant now) {
        Instant old = now.minus(FRESH);
        List<String> order = new ArrayList<>(codes);
        Collections.shuffle(order);
        order.sort(Comparator.comparing(code ->
                Optional.ofNullable(toldAt.apply(code)).filter(old::isBefore).orElse(old)));
        return order;
    }
}
