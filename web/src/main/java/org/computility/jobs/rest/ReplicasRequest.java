package org.computility.jobs.rest;

/** How many replicas a service shall have. */
public record ReplicasRequest(int replicas) {}
