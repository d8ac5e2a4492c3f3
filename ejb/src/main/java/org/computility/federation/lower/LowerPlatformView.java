package org.computility.federation.lower;

import java.time.Instant;
import java.util.UUID;
import org.computility.federation.tier.Tier;

/**
 * A platform that reports to this one, without the password.
 *
 * @param organisationId whose centers are its centers
 */
public record LowerPlatformView(
        String code,
        String name,
        Tier tier,
        String url,
        String username,
        String account,
        UUID organisationId,
        String setBy,
        Instant setAt) {}
