package org.computility.connector.accelerator.outbound;

import jakarta.resource.spi.ConnectionRequestInfo;
import org.computility.connector.RuntimeAddress;

/** The node that a connection is asked for. */
record NodeRequest(RuntimeAddress address) implements ConnectionRequestInfo {}
