package org.computility.energy.sources;

import java.time.Duration;
import java.time.Instant;

/**
 * How old a meter's newest reading is.
 *
 * @param lastReadingAt null: it was never read
 * @param seconds since then; null: it was never read
 */
public record SourceAge(Instant lastReadingAt, Long seconds) {

    static SourceAge of(Instant lastReadingAt, Instant now) {
        return new SourceAge(
                lastReadingAt,
                lastReadingAt == null
                        ? null
                        : Math.max(0, Duration.between(lastReadingAt, now).toSeconds()));
    }
}
