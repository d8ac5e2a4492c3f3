package org.computility.planning.followers;

import java.time.Instant;
import java.util.UUID;

/**
 * One look of a follower at what another capability found.
 *
 * @param parentResult whose crop it looks at
 * @param follower the capability
 * @param depth 1: it follows an instance of the plan; 2: it follows a follower, and so on
 * @param message why it failed or was stopped, or null
 * @param instanceId of the instance that looks, or null; the instance is deleted when it is done, its results stay
 * @param endedAt null while it is open
 */
public record FollowUpView(
        UUID parentResult,
        String follower,
        int depth,
        FollowUpState state,
        String message,
        UUID instanceId,
        Instant createdAt,
        Instant endedAt) {}
