package org.computility.algorithms.delivery;

import java.time.Instant;
import org.computility.connector.accelerator.DeliveredPackage;

/** One package of a node's whole list, as its row takes it. */
record PackageReport(String computeCode, DeliveredPackage held) {

    String packageId() {
        return held.packageId();
    }

    short state() {
        return DeliveryState.of(held.status()).number();
    }

    double share() {
        return NodeDelivery.share(held);
    }

    Instant updatedAt(Instant now) {
        return held.updatedAt() == null ? now : held.updatedAt();
    }
}
