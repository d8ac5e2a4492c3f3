package org.computility.serving.replicas;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** The tasks of services, of which only the room above knows. It implements this as a CDI bean. */
public interface ServiceTasks {

    /** An instance that waits for a place of its capability. */
    record Waiting(String deviceId) {}

    /**
     * The streams of a capability that licences still admit.
     *
     * @param anywhere on whatever node; empty: licences do not bound it
     * @param atNodes more of them, at these nodes only, by the nodes' codes
     */
    record Licensed(OptionalLong anywhere, Map<String, Long> atNodes) {

        public Licensed {
            atNodes = Map.copyOf(atNodes);
        }
    }

    /** How many tasks these services have now; a service without tasks is missing. */
    Map<UUID, Integer> taken(Collection<UUID> serviceIds);

    /**
     * The instances of the organisation that want to run this capability and have no place; {@code most} at most, the first to
     * start first. Some of them may find no licence, either.
     */
    List<Waiting> waiting(UUID organisationId, String algoDefCode, int most);

    /** What licences still admit of the capability in the organisation. */
    Licensed licensed(UUID organisationId, String algoDefCode);

    /**
     * Leaves the service that many tasks, those of the highest priority and of these the oldest. The others are stopped there
     * and wait, with that reason, for another place. No transaction is open while the node is asked.
     */
    void leave(UUID serviceId, int most, String reason);
}
