package org.computility.energy.sources;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a meter is read, and what came of it lately.
 *
 * @param said without secrets; null: readings are pushed
 * @param setBy null: readings are pushed
 * @param setAt null: readings are pushed
 * @param triedAt when the device was asked last; null: not yet
 * @param failure why there was no reading then; null: there was one
 * @param failedSince since when there has been none
 */
public record SourceView(
        NewSource said, String setBy, Instant setAt, Age age, Instant triedAt, String failure, Instant failedSince) {

    /**
     * How old a meter's newest reading is.
     *
     * @param lastReadingAt null: it was never read
     * @param seconds since then; null: it was never read
     */
    public record Age(Instant lastReadingAt, Long seconds) {

        static Age of(Instant lastReadingAt, Instant now) {
            return new Age(
                    lastReadingAt,
                    lastReadingAt == null
                            ? null
                            : Math.max(0, Duration.between(lastReadingAt, now).toSeconds()));
        }
    }
}
