package org.computility.serving.replicas;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tasks of services, of which only the room above knows. It implements this as a CDI bean. */
public interface ServiceTasks {

    /** An instance that waits for a place of its capability. */
    record Waiting(String deviceId) {}

    /** How many tasks these services have now; a service without tasks is missing. */
    Map<UUID, Integer> taken(Collection<UUID> serviceIds);

    /**
     * The instances of the organisation that want to run this capability and have no place; {@code most} at most. Instances that
     * no licence admits are left out: no further room helps them.
     */
    List<Waiting> waiting(UUID organisationId, String algoDefCode, int most);

    /**
     * Leaves the service that many tasks, those of the highest priority and of these the oldest. The others are stopped there
     * and wait, with that reason, for another place. No transaction is open while the node is asked.
     */
    void leave(UUID serviceId, int most, String reason);
}
