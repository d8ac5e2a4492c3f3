package org.computility.jobs.online.rest;

/** How many replicas a service shall have. */
public record ReplicasRequest(int replicas) {}
