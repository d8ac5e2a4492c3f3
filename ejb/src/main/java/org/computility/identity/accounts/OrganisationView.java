package org.computility.identity.accounts;

import java.time.Instant;
import java.util.UUID;

/** An organisation as callers see it. */
public record OrganisationView(UUID id, String name, Instant createdAt) {}
