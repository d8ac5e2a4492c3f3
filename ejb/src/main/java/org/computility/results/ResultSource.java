package org.computility.results;

import java.util.UUID;

/** An instance whose results are taken, and whose they are. */
public record ResultSource(UUID instanceId, long instanceNumber, long planId, UUID organisationId) {}
