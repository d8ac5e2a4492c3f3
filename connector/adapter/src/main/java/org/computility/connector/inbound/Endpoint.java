package org.computility.connector.inbound;

import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.WorkManager;

/** An activated message-driven bean and the threads to call it with. */
public record Endpoint(MessageEndpointFactory factory, WorkManager work) {}
