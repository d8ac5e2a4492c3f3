package org.computility.algorithms.delivery;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.computility.connector.accelerator.DeliveredPackage;

/** A package that a node was given. What nodes tell of it is written by one statement each ({@link NodeDeliveries}). */
@Entity
@Table(name = "package_delivery")
@IdClass(NodeDelivery.Key.class)
class NodeDelivery {

    // Table F.4 gives the message 256 characters.
    private static final int LONGEST_ERROR = 256;
    private static final Duration NEWS_EXPECTED_WITHIN = Duration.ofSeconds(3);

    @Id
    private String computeCode;

    @Id
    private String packageId;

    /** The MD5 of the bytes that the node was given. */
    private String md5;

    @Convert(converter = DeliveryStateColumn.class)
    private DeliveryState status;

    private double progress;
    private Instant progressAt;
    private String error;
    private Instant createdAt;
    private Instant heardAt;

    protected NodeDelivery() {}

    /** One package on one node. */
    record Key(String computeCode, String packageId) {}

    /** What a node tells of its progress, between 0 and 1. */
    static double share(DeliveredPackage news) {
        return Math.max(0, Math.min(1, news.progress()));
    }

    /** How far the package with this MD5 has come. The node does not have other bytes that were imported since. */
    DeliveryState state(String currentMd5) {
        return md5.equals(currentMd5) ? status : DeliveryState.FAILED;
    }

    /** Why the package with this MD5 is not on the node, or null. */
    String error(String currentMd5) {
        return md5.equals(currentMd5) ? shortened(error) : "The package was imported again since; deliver it anew.";
    }

    /** Whether news of a running download is overdue. */
    boolean isStale(String currentMd5, Instant now) {
        return state(currentMd5) == DeliveryState.DOWNLOADING
                && heardAt.plus(NEWS_EXPECTED_WITHIN).isBefore(now);
    }

    String packageId() {
        return packageId;
    }

    double progress() {
        return progress;
    }

    Instant progressAt() {
        return progressAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    private static String shortened(String text) {
        return text == null || text.codePointCount(0, text.length()) <= LONGEST_ERROR
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_ERROR));
    }
}
