package org.computility.serving.scaling;

import java.time.Instant;
import java.util.UUID;
import org.computility.serving.scaling.choice.Bounds;

/**
 * A rule that this server alone looks at.
 *
 * @param actedAt null: it never did anything
 * @param until when another server may look at it; the lease is recognised by it
 */
public record DueRule(UUID id, UUID organisationId, String algoDefCode, Bounds bounds, Instant actedAt, Instant until) {

    DueRule until(Instant later) {
        return new DueRule(id, organisationId, algoDefCode, bounds, actedAt, later);
    }
}
