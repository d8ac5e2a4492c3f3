package org.computility.serving;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.compute.NodeOffline;
import org.computility.compute.NodeUnregistered;
import org.computility.connector.accelerator.AcceleratorEvent;

/** Keeps the picture of services true to the news of nodes; {@link HeldServices} makes up for news that got lost. */
@Stateless
public class ServiceNews {

    @Inject
    private Services services;

    @Inject
    private Clock clock;

    @Inject
    private Event<ServicesUnloaded> unloaded;

    public void on(@Observes AcceleratorEvent.ServiceChanged event) {
        services.report(event.computeCode(), List.of(event.service()), clock.instant());
    }

    public void on(@Observes NodeOffline event) {
        services.unknown(event.code(), clock.instant());
    }

    public void on(@Observes NodeUnregistered event) {
        Set<UUID> gone = Set.copyOf(services.deleteAllOf(event.code()));
        if (!gone.isEmpty()) {
            unloaded.fire(new ServicesUnloaded(gone));
        }
    }
}
