package org.computility.algorithms;

import java.util.UUID;

/**
 * Who needs licences for a capability, and whose they are.
 *
 * @param organisationId that runs it
 * @param provider as its package names it
 */
public record CapabilityLicensee(UUID organisationId, String provider) {}
