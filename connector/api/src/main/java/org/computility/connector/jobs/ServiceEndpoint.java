package org.computility.connector.jobs;

/** Where the platform reaches the service of a job: HTTP, without encryption. */
public record ServiceEndpoint(String host, int port) {}
