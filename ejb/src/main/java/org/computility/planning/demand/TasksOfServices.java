package org.computility.planning.demand;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.planning.dispatch.Dispatch;
import org.computility.planning.quotas.StreamQuotas;
import org.computility.serving.replicas.ServiceTasks;

/** The instances that services run, or could run. */
@ApplicationScoped
public class TasksOfServices implements ServiceTasks {

    @Inject
    DemandingInstances instances;

    @EJB
    StreamQuotas quotas;

    @EJB
    Dispatch dispatch;

    @Override
    public Map<UUID, Integer> taken(Collection<UUID> serviceIds) {
        return instances.taken(serviceIds.toArray(UUID[]::new)).stream()
                .collect(
                        Collectors.toMap(DemandingInstances.Taken::serviceId, taken -> Math.toIntExact(taken.tasks())));
    }

    @Override
    public List<Waiting> waiting(UUID organisationId, String algoDefCode, int most) {
        List<String> devices = instances.waiting(organisationId, algoDefCode, most);
        return devices.stream()
                .limit(devices.isEmpty() ? 0 : admitted(organisationId, algoDefCode))
                .map(Waiting::new)
                .toList();
    }

    /** So many of the first: for the others there is no licence, and no further room helps them. */
    private long admitted(UUID organisationId, String algoDefCode) {
        return quotas.now(organisationId, Set.of(algoDefCode)).left(algoDefCode).orElse(Long.MAX_VALUE);
    }

    @Override
    public void leave(UUID serviceId, int most, String reason) {
        List<UUID> beyond = instances.beyond(serviceId, most);
        if (!beyond.isEmpty()) {
            dispatch.move(beyond, reason);
        }
    }
}
