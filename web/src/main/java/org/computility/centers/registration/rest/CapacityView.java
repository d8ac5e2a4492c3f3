package org.computility.centers.registration.rest;

import java.time.Instant;
import java.util.List;
import org.computility.centers.resources.Bundle;
import org.computility.centers.resources.CenterResources;

/**
 * What all centers have, each with the age of what it said.
 *
 * @param now when this was read
 */
public record CapacityView(Instant now, List<CenterCapacity> centers) {

    public CapacityView {
        centers = List.copyOf(centers);
    }

    /**
     * A center.
     *
     * @param probedAt when it last answered; null: never
     * @param total null: it never answered
     * @param idle of a center that is not connected nothing is idle
     */
    public record CenterCapacity(
            String id, String name, boolean connected, Instant probedAt, int nodes, Amount total, Amount idle) {}

    /** Resources together. */
    public record Amount(
            String architecture,
            long cores,
            long memoryBytes,
            String acceleratorType,
            String acceleratorProduct,
            Long accelerators) {

        static Amount of(Bundle bundle) {
            if (bundle == null) {
                return null;
            }
            Bundle.Processors some = bundle.processors();
            return some == null
                    ? new Amount(bundle.architecture(), bundle.cores(), bundle.memoryBytes(), null, null, null)
                    : new Amount(
                            bundle.architecture(),
                            bundle.cores(),
                            bundle.memoryBytes(),
                            some.type(),
                            some.product().isEmpty() ? null : some.product(),
                            some.count());
        }
    }

    static CapacityView of(List<CenterResources> centers, Instant now) {
        return new CapacityView(
                now,
                centers.stream()
                        .map(center -> new CenterCapacity(
                                center.centerId(),
                                center.centerName(),
                                center.connected(),
                                center.probedAt(),
                                center.nodeCount(),
                                Amount.of(center.total()),
                                Amount.of(center.idle())))
                        .toList());
    }
}
