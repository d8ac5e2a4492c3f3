package org.computility.serving.scaling.choice;

import java.util.HashMap;
import java.util.Map;

/**
 * The streams that licences still admit.
 *
 * @param anywhere on whatever node; {@link Long#MAX_VALUE}: licences bound nothing
 * @param atNodes more of them, at these nodes only, by the nodes' codes
 */
public record Permits(long anywhere, Map<String, Long> atNodes) {

    /** Nothing is licensed. */
    public static final Permits UNBOUNDED = new Permits(Long.MAX_VALUE, Map.of());

    public Permits {
        atNodes = Map.copyOf(atNodes);
    }

    /** On all nodes together. */
    public long total() {
        long bound = atNodes.values().stream().mapToLong(Long::longValue).sum();
        return anywhere == Long.MAX_VALUE ? anywhere : anywhere + bound;
    }

    /** That may start at that node. */
    long at(String computeCode) {
        long own = atNodes.getOrDefault(computeCode, 0L);
        return anywhere == Long.MAX_VALUE ? anywhere : anywhere + own;
    }

    /** What is left when that many start at that node: its own go first. */
    Permits without(String computeCode, long streams) {
        if (anywhere == Long.MAX_VALUE) {
            return this;
        }
        long own = Math.min(streams, atNodes.getOrDefault(computeCode, 0L));
        Map<String, Long> left = new HashMap<>(atNodes);
        left.computeIfPresent(computeCode, (code, some) -> some - own);
        return new Permits(Math.max(0, anywhere - (streams - own)), left);
    }
}
