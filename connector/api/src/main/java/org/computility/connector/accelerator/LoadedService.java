package org.computility.connector.accelerator;

/**
 * A service on a runtime (T/BAX 0006.5 table F.13).
 *
 * @param status UNSPECIFIED, INIT, RUNNING, OVERLOAD or ERROR
 * @param replicas how many it has; 0 where the runtime does not tell
 * @param message why it is in ERROR, or null
 * @param xpuType the accelerator it runs on, an identifier of Annex H, or null where the runtime does not tell
 */
public record LoadedService(
        String serviceId, String packageId, String status, int replicas, String message, String xpuType) {}
