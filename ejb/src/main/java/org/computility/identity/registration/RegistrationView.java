package org.computility.identity.registration;

import java.time.Instant;
import java.util.UUID;

/**
 * A registration as those who decide see it; never its password.
 *
 * @param username of the account, once there is one
 * @param reason why it was refused
 * @param accountId once it is approved
 */
public record RegistrationView(
        UUID id,
        String username,
        String organisation,
        String purpose,
        String contact,
        RegistrationState state,
        Instant createdAt,
        Instant expiresAt,
        Instant decidedAt,
        String decidedBy,
        String reason,
        UUID accountId) {}
