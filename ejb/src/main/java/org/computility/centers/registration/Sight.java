package org.computility.centers.registration;

import java.time.Instant;
import org.computility.connector.jobs.JobCapacity;

/**
 * What a probe saw of a center.
 *
 * @param version of the registration that was asked
 * @param capacity null: the center did not answer
 * @param reason why it did not; null where it did
 */
public record Sight(String centerId, int version, JobCapacity capacity, String reason, Instant at) {

    private static final int LONGEST = 500;

    /** The center answered. */
    public static Sight answered(CenterAddress asked, JobCapacity capacity, Instant at) {
        return new Sight(asked.id(), asked.version(), capacity, null, at);
    }

    /** The center did not answer, or said no. */
    public static Sight failed(CenterAddress asked, String reason, Instant at) {
        String words = reason == null || reason.isBlank() ? "The center failed and did not say why." : reason.strip();
        return new Sight(
                asked.id(), asked.version(), null, words.length() > LONGEST ? words.substring(0, LONGEST) : words, at);
    }

    public boolean connected() {
        return capacity != null;
    }
}
