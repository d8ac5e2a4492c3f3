package org.computility.trading.retention;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * How long rows are kept.
 *
 * @param calls {@code COMPUTILITY_CALLS_KEEP_DAYS}, default 400: calls of services
 * @param uses {@code COMPUTILITY_USES_KEEP_DAYS}, default 400: uses of controlled data
 */
record RetentionConfig(Duration calls, Duration uses) {

    private static final long KEPT_DAYS = 400;

    /** The settings of this server. */
    static RetentionConfig current() {
        return from(Settings.ofServer());
    }

    static RetentionConfig from(Settings settings) {
        return new RetentionConfig(
                Duration.ofDays(settings.count("computility.calls.keep.days", KEPT_DAYS)),
                Duration.ofDays(settings.count("computility.uses.keep.days", KEPT_DAYS)));
    }
}
