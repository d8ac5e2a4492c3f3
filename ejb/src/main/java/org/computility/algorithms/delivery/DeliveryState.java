package org.computility.algorithms.delivery;

import java.time.Instant;

/** How far a package has come on a node, with what the package says of itself. */
record DeliveryState(
        String computeCode,
        String packageId,
        String name,
        String type,
        String version,
        int status,
        double progress,
        Instant progressAt,
        String error,
        Instant createdAt,
        Instant heardAt) {

    static final int DOWNLOADING = 1;
    static final int FAILED = 2;
    static final int DONE = 3;

    DeviceAlgoPackage view() {
        return new DeviceAlgoPackage(
                name, type, version, packageId, status, createdAt, progress, progressAt, shortened(error));
    }

    /** Whether news of a running download is overdue. */
    boolean isStale(Instant now) {
        return status == DOWNLOADING && heardAt.plusSeconds(3).isBefore(now);
    }

    // Table F.4 gives the message 256 characters.
    private static String shortened(String text) {
        return text == null || text.codePointCount(0, text.length()) <= 256
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 256));
    }
}
