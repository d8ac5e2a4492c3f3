package org.computility.trading.registration;

import java.util.UUID;

/**
 * A data resource is about to leave the market; its row is locked. Who has a claim to it throws the refusal.
 */
public record ResourceLeaving(UUID registrationId) {}
