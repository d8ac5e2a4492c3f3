package org.computility.trading.controlled;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Counts uses and writes them down; callers use {@link ControlledUse}. */
@Stateless
public class UseCounting {

    @Inject
    UsagePolicies policies;

    /** One use more of a scene; Denied {@code policy-refused} where none remains. */
    public UseView count(UUID policyId, UUID sceneId, String scene, UUID user, Instant now) {
        List<Integer> remaining = policies.count(sceneId);
        if (remaining.isEmpty()) {
            throw PolicyClause.refused("counts", "is used up");
        }
        UUID use = UUID.randomUUID();
        policies.record(use, sceneId, user, now);
        int left = remaining.get(0);
        return new UseView(use, policyId, scene, now, left == UsagePolicies.UNLIMITED ? null : left);
    }
}
