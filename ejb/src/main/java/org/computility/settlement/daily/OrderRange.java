package org.computility.settlement.daily;

import java.util.UUID;

/** Which orders a run is about, in the order of their IDs: all of them, or one. */
public record OrderRange(UUID first, UUID last) {

    public static final OrderRange ALL = new OrderRange(new UUID(0, 0), new UUID(-1, -1));

    /** What the job's parameter says; a run that began before there was one has none, and is about all. */
    public static OrderRange of(String parameter) {
        if (parameter == null
                || parameter.isEmpty()
                || UUID.fromString(parameter).equals(ALL.first())) {
            return ALL;
        }
        UUID one = UUID.fromString(parameter);
        return new OrderRange(one, one);
    }
}
