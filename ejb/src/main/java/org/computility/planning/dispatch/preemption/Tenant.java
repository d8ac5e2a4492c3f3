package org.computility.planning.dispatch.preemption;

import java.util.UUID;

/** An instance that runs at a service and could give way. */
public record Tenant(UUID id, UUID serviceId, String computeCode, short priority) {}
