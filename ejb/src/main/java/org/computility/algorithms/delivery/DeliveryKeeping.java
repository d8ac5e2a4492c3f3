package org.computility.algorithms.delivery;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.computility.algorithms.PackageView;
import org.computility.compute.events.Told;
import org.computility.connector.accelerator.DeliveredPackage;

/** Keeps what the platform knows of deliveries, one transaction a method: none is open while a node is asked. */
@Stateless
public class DeliveryKeeping {

    @Inject
    private NodeDeliveries rows;

    @Inject
    private Clock clock;

    /** Notes that a node is told to download. Writes nothing and answers false when the node was told before. */
    public boolean begin(String computeCode, PackageView wanted, Instant asked) {
        return rows.begin(computeCode, wanted.id(), wanted.md5(), asked);
    }

    /** Notes that a node agreed to download once more; what the node reported since it was asked stays. */
    public void beginAgain(String computeCode, PackageView wanted, Instant asked) {
        rows.beginAgain(computeCode, wanted.id(), wanted.md5(), asked);
    }

    /** Notes that the node does not have the package, and is not to have it. */
    public void forget(String computeCode, String packageId) {
        rows.delete(computeCode, packageId);
    }

    /** Takes over the whole lists of nodes. What was heard of a package after the first node was asked stays. */
    public void takeOver(List<Told<DeliveredPackage>> told) {
        rows.reconcile(told, clock.instant());
    }
}
