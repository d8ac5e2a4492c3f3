package org.computility.algorithms.delivery;

import java.time.Instant;

/**
 * A delivery and what its package says of itself now.
 *
 * @param md5 of the package's bytes now; the node may have been given older bytes
 */
record PackageOnNode(NodeDelivery delivery, String name, String type, String version, String md5) {

    DeliveryState state() {
        return delivery.state(md5);
    }

    /** Whether news of a running download is overdue. */
    boolean isStale(Instant now) {
        return delivery.isStale(md5, now);
    }

    DeviceAlgoPackageView view() {
        return new DeviceAlgoPackageView(
                name,
                type,
                version,
                delivery.packageId(),
                state().number(),
                delivery.createdAt(),
                delivery.progress(),
                delivery.progressAt(),
                delivery.error(md5));
    }
}
