package org.computility.connector;

/**
 * A service on a runtime (T/BAX 0006.5 table F.13).
 *
 * @param status UNSPECIFIED, INIT, RUNNING, OVERLOAD or ERROR
 * @param message why it is in ERROR, or null
 */
public record LoadedService(String serviceId, String packageId, String status, int replicas, String message) {}
