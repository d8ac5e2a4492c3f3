package org.computility.algorithms.delivery;

import java.util.ArrayList;
import java.util.List;
import org.computility.algorithms.replacement.AbandonedService;

/**
 * A package is about to be deleted from a node. Fired synchronously inside the transaction: an observer that needs the
 * package there throws {@code Conflict("package-in-use")}, and nothing happens.
 *
 * @param abandoned where an observer notes services that go with the package; the node is told before it deletes the
 *     package
 */
public record DeliveryRemoving(String computeCode, String packageId, List<AbandonedService> abandoned) {

    public DeliveryRemoving(String computeCode, String packageId) {
        this(computeCode, packageId, new ArrayList<>());
    }
}
