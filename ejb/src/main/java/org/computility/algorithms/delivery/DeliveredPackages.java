package org.computility.algorithms.delivery;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.computility.algorithms.replacement.AbandonedService;
import org.computility.compute.NodeUnregistered;
import org.computility.connector.accelerator.AcceleratorEvent;

/** Which node holds which package. */
@Stateless
public class DeliveredPackages {

    /** A download that told nothing for so long counts as given up. */
    private static final Duration DOWNLOADS_TELL = Duration.ofMinutes(10);

    @Inject
    private NodeDeliveries rows;

    @Inject
    private Event<DeliveryRemoving> removing;

    @Inject
    private Clock clock;

    /** Whether the node has the whole package, as it is now, on its disk (status 3 of table F.4). */
    public boolean isDelivered(String computeCode, String packageId) {
        return rows.find(computeCode, packageId)
                .filter(found -> found.state() == DeliveryState.DONE)
                .isPresent();
    }

    /** The nodes that have the whole package as it is now (true), or are downloading it (false). */
    public Map<String, Boolean> whereabouts(String packageId) {
        return rows.whereabouts(packageId, clock.instant().minus(DOWNLOADS_TELL)).stream()
                .collect(Collectors.toMap(NodeDeliveries.Whereabouts::computeCode, NodeDeliveries.Whereabouts::whole));
    }

    /**
     * Asks the other rooms whether a package may leave a node; a room that needs the package there throws.
     *
     * @return services in ERROR that the other rooms gave up for it
     */
    public List<AbandonedService> askToRemove(String computeCode, String packageId) {
        DeliveryRemoving event = new DeliveryRemoving(computeCode, packageId);
        removing.fire(event);
        return List.copyOf(event.abandoned());
    }

    /** Takes news of a download. */
    public void on(@Observes AcceleratorEvent.PackageProgress news) {
        rows.progress(news.computeCode(), news.delivered(), clock.instant());
    }

    /** A node that left holds nothing that the platform knows of. */
    public void on(@Observes NodeUnregistered left) {
        rows.deleteAll(left.code());
    }
}
