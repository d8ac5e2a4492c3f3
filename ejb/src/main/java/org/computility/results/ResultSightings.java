package org.computility.results;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What instances found, to be counted. Whether the caller may know has been checked before. */
@Stateless
public class ResultSightings {

    @Inject
    TaskResults results;

    /**
     * Which things are sought.
     *
     * @param from inclusive
     * @param to exclusive
     * @param type of the results' data; null: any
     * @param boxes each box of a result by itself; else each result once
     */
    public record Wanted(Collection<UUID> instances, Instant from, Instant to, String type, boolean boxes) {}

    /** In no order, at most so many. Results whose {@code boxes} are empty found nothing and are left out. */
    public List<Sighting> of(Wanted wanted, int most) {
        return results.sightings(
                wanted.instances().toArray(UUID[]::new),
                TaskResult.day(wanted.from()),
                TaskResult.day(wanted.to()),
                wanted.from(),
                wanted.to(),
                wanted.type(),
                wanted.boxes(),
                most);
    }
}
