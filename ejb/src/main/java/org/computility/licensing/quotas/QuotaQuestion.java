package org.computility.licensing.quotas;

import java.util.UUID;

/**
 * Something to ask an authorization server.
 *
 * @param server one or several {@code IP:Port}, between commas, asked one after the other
 */
public record QuotaQuestion(UUID organisationId, String algoDefCode, String server) {}
