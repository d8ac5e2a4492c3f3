package org.computility.compute.monitoring;

import java.util.UUID;

/** How many nodes an organisation has; null stands for the platform itself. */
public record NodeCount(UUID organisationId, Long nodes) {}
