package org.computility.client.market;

import static org.computility.client.wire.Transport.segment;

import java.time.Instant;
import java.util.UUID;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;

/** Uses of controlled data, as its data space asks for them ({@code docs/trading.md}). */
public final class PolicyUses {

    private final Transport transport;

    public PolicyUses(Transport transport) {
        this.transport = transport;
    }

    /** Who wants to use it for what, and on what it runs; what is null fulfils no clause. */
    public record NewUse(
            String userId,
            String scene,
            String area,
            String hardware,
            String software,
            String framework,
            String center) {}

    /** A use that is allowed and counted; {@code remainingCounts} is null where there is no bound. */
    public record Use(UUID useId, UUID policyId, String scene, Instant usedAt, Integer remainingCounts) {}

    /** Decides and counts a use; a refusal names the clause. */
    public Use use(String policyId, NewUse wanted) {
        String path = "/platform/v1/market/policies/" + segment(policyId) + "/uses";
        return transport.call(Family.PLATFORM, "POST", path, wanted, Use.class);
    }
}
