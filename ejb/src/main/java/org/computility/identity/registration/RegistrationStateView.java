package org.computility.identity.registration;

import java.time.Instant;

/**
 * A registration as the applicant sees it.
 *
 * @param username once it is approved: to log in with
 * @param reason why it was refused
 */
public record RegistrationStateView(RegistrationState state, String username, Instant expiresAt, String reason) {}
