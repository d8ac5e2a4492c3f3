package org.computility.serving;

import java.util.UUID;

/**
 * A service and whose it is.
 *
 * @param organisationId who may see it
 */
public record WatchedService(UUID organisationId, ServiceView service) {}
