package org.computility.serving;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.computility.connector.accelerator.LoadedService;

/**
 * What the platform believes of a service, as far as its node can tell.
 *
 * @param leavingUntil when others see to it that it is unloaded; null: it stays
 */
record KnownService(
        UUID id,
        String computeCode,
        String packageId,
        ServiceState status,
        String message,
        String xpuType,
        Integer replicas,
        Instant changedAt,
        Instant leavingUntil) {

    /** A service younger than this may be on its way to the node while the node is asked. */
    static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

    /** Clocks of the servers in a cluster differ a little. */
    static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    /** Whether a node that is asked at that time must report it: the node has reported it before, or had the time to load it. */
    boolean mustBeThere(Instant asked) {
        Duration margin = status == ServiceState.INIT ? ON_ITS_WAY : CLOCKS_DIFFER;
        return changedAt.isBefore(asked.minus(margin));
    }

    /** Whether the report says nothing new. */
    boolean is(LoadedService reported) {
        return status == ServiceState.reported(reported.status())
                && Objects.equals(message, reported.message())
                && Objects.equals(xpuType, reported.xpuType());
    }

    /** Whether it is still to be unloaded though nobody waits for the node's answer any more. */
    boolean shouldHaveLeft(Instant asked) {
        return leavingUntil != null && leavingUntil.isBefore(asked);
    }

    /** Whether its node runs it with another number of replicas than it should have. A node that tells no number does not. */
    boolean hasOtherReplicas(LoadedService reported) {
        return leavingUntil == null
                && reported.replicas() > 0
                && reported.replicas() != replicas
                && status.runs()
                && ServiceState.reported(reported.status()).runs();
    }

    /** The report of a node that no longer holds it. */
    LoadedService gone() {
        return new LoadedService(
                id.toString(), packageId, "ERROR", replicas, "The node does not hold it any more.", null);
    }
}
