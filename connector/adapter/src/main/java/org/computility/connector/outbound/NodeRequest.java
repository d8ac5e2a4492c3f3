package org.computility.connector.outbound;

import jakarta.resource.spi.ConnectionRequestInfo;
import org.computility.connector.AcceleratorAddress;

/** The node that a connection is asked for. */
record NodeRequest(AcceleratorAddress address) implements ConnectionRequestInfo {}
