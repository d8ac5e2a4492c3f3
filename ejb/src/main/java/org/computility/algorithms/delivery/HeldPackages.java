package org.computility.algorithms.delivery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.computility.compute.events.NodeHolding;
import org.computility.compute.events.Told;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.DeliveredPackage;

/**
 * The packages that nodes hold; the whole list of a node counts. A node loses no package while its event stream is
 * open, so in between only downloads are asked for.
 */
@ApplicationScoped
public class HeldPackages implements NodeHolding<DeliveredPackage> {

    @Inject
    NodeDeliveries rows;

    @EJB
    DeliveryKeeping keeping;

    @Override
    public List<DeliveredPackage> ask(AcceleratorConnection node) throws RuntimeFailure {
        return node.packages();
    }

    @Override
    public Set<String> expectedAt(Collection<String> computeCodes) {
        return Set.copyOf(rows.downloading(computeCodes.toArray(String[]::new)));
    }

    @Override
    public void compare(List<Told<DeliveredPackage>> told) {
        keeping.takeOver(told);
    }
}
