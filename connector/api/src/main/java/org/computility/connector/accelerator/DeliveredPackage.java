package org.computility.connector.accelerator;

import java.time.Instant;

/**
 * A package on a runtime (T/BAX 0006.5 table F.4).
 *
 * @param status 1 downloading, 2 download failed, 3 downloaded
 * @param progress 0 to 1
 * @param updatedAt when the progress last changed
 * @param error why the download failed, or null
 */
public record DeliveredPackage(String packageId, int status, double progress, Instant updatedAt, String error) {}
