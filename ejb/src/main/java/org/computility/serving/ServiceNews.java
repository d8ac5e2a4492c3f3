package org.computility.serving;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.compute.Accelerators;
import org.computility.compute.NodeOffline;
import org.computility.compute.NodeUnregistered;
import org.computility.connector.LoadedService;
import org.computility.connector.RuntimeEvent;
import org.computility.shared.BusinessFailure;

/** Keeps the picture of services true to what nodes say. */
@Stateless
public class ServiceNews {

    private static final Logger LOG = Logger.getLogger(ServiceNews.class.getName());

    /** A service younger than this may be on its way to the node while the node is asked. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

    @Inject
    private Services services;

    @EJB
    private Accelerators accelerators;

    @EJB
    private ServiceKeeping keeping;

    @Inject
    private Clock clock;

    @Inject
    private Event<ServiceUnloaded> unloaded;

    public void on(@Observes RuntimeEvent.ServiceChanged event) {
        services.report(event.computeCode(), List.of(event.service()), clock.instant());
    }

    public void on(@Observes NodeOffline event) {
        services.unknown(event.code(), clock.instant());
    }

    public void on(@Observes NodeUnregistered event) {
        services.deleteAllOf(event.code()).forEach(id -> unloaded.fire(new ServiceUnloaded(id)));
    }

    /** Compares with the node: what it reports is taken over, what it lacks is loaded no more, strangers are unloaded. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void on(@Observes RuntimeEvent.StreamOpened event) {
        try {
            List<LoadedService> there = accelerators.call(event.computeCode(), connection -> connection.services());
            keeping.report(event.computeCode(), compared(event.computeCode(), there));
        } catch (BusinessFailure e) {
            LOG.log(Level.INFO, "Services of {0} not compared: {1}", new Object[] {event.computeCode(), e.getMessage()
            });
        }
    }

    private List<LoadedService> compared(String computeCode, List<LoadedService> there) {
        Instant settled = clock.instant().minus(ON_ITS_WAY);
        Set<String> reported = there.stream().map(LoadedService::serviceId).collect(Collectors.toSet());
        Set<String> known = new HashSet<>();
        List<LoadedService> picture = new ArrayList<>(there);
        for (AlgorithmService row : services.of(computeCode, null)) {
            ServiceView ours = row.view();
            known.add(ours.id());
            if (!reported.contains(ours.id()) && ours.createdAt().isBefore(settled)) {
                picture.add(new LoadedService(
                        ours.id(),
                        ours.packageId(),
                        "ERROR",
                        ours.replicas(),
                        "The node does not hold it any more.",
                        null));
            }
        }
        for (String id : reported) {
            if (!known.contains(id)) {
                accelerators.call(computeCode, connection -> {
                    connection.unloadService(id);
                    return null;
                });
            }
        }
        return picture;
    }
}
