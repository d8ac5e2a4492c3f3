package org.computility.jobs.placement;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Names borrowed tasks that have to make room. */
final class Reclaiming {

    Reclaiming(Snapshot snapshot, Network network, Map<UUID, Account> accounts) {}

    /** For jobs that are within their quotas and wait, in their order. */
    List<Decision> of(List<WaitingJob> waiting) {
        return List.of();
    }
}
