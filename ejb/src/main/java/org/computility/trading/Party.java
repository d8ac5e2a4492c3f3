package org.computility.trading;

import java.util.UUID;

/**
 * One side of a trade.
 *
 * @param name its user name, as the standard's {@code owner} and {@code demander} show it
 */
public record Party(UUID accountId, String name, UUID organisationId) {}
