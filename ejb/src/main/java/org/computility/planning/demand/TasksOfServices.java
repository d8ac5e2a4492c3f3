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
import org.computility.planning.quotas.Licences;
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
        return instances.waiting(organisationId, algoDefCode, most).stream()
                .map(Waiting::new)
                .toList();
    }

    @Override
    public Licensed licensed(UUID organisationId, String algoDefCode) {
        Licences now = quotas.now(organisationId, Set.of(algoDefCode));
        return new Licensed(now.leftAnywhere(algoDefCode), now.leftAtNodes(algoDefCode));
    }

    @Override
    public void leave(UUID serviceId, int most, String reason) {
        List<UUID> beyond = instances.beyond(serviceId, most);
        if (!beyond.isEmpty()) {
            dispatch.move(beyond, reason);
        }
    }
}
