package org.computility.centers.registration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;

/** The registered centers for the rest of this room: no caller is asked for. */
@Stateless
public class RegisteredCenters {

    @Inject
    Centers centers;

    /** All of them, by id. */
    public List<CenterView> all() {
        return centers.all().stream().map(Center::view).toList();
    }

    public Optional<CenterView> find(String id) {
        return centers.find(id).map(Center::view);
    }

    public Optional<CenterAddress> address(String id) {
        return centers.find(id).map(Center::address);
    }

    public boolean isAnyOfOthers(UUID organisationId) {
        return centers.isAnyOfOthers(organisationId);
    }

    public List<CenterRemoval> removals() {
        return centers.removals();
    }

    public void settleRemovals(Instant before) {
        centers.settleRemovals(before);
    }

    /** Some that are due; no other server gets them before {@code next}. */
    public Collection<String> claimDue(Instant now, Instant next, int most) {
        return centers.claimDue(now, next, most);
    }

    /**
     * Keeps what a probe saw.
     *
     * @return whether the center was connected before; empty when what was seen counts no longer
     */
    public Optional<Boolean> record(Sight sight) {
        String kept = new CapacityColumn().convertToDatabaseColumn(sight.capacity());
        return centers.seen(
                sight.centerId(),
                sight.version(),
                sight.connected(),
                sight.reason(),
                sight.connected() ? processorType(sight.capacity()) : null,
                kept,
                sight.at());
    }

    private static String processorType(JobCapacity capacity) {
        return capacity.nodes().stream()
                .map(NodeCapacity::accelerators)
                .filter(Objects::nonNull)
                .map(Accelerators::type)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }
}
