package org.computility.connector.outbound;

import jakarta.resource.spi.ConnectionRequestInfo;

/**
 * The runtime that a connection is asked for.
 *
 * @param <A> the side's address
 */
public record RuntimeRequest<A>(A address) implements ConnectionRequestInfo {}
