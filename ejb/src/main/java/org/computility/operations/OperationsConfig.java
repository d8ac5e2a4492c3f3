package org.computility.operations;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Settings of this room.
 *
 * @param lease {@code COMPUTILITY_LEASE}, in seconds or ISO 8601, 5 s to 1 h, default 15 s: how long a silent server keeps
 *     its runs, and so the longest pause after its death
 * @param batchTablePrefix {@code COMPUTILITY_BATCH_TABLE_PREFIX}, default {@code payara}: what precedes the
 *     names of the batch engine's tables on Payara, the same value as in the server's configuration
 */
public record OperationsConfig(Duration lease, String batchTablePrefix) {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(5);
    private static final Duration LONGEST_LEASE = Duration.ofHours(1);

    public OperationsConfig {
        if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException("COMPUTILITY_LEASE is between 5 s and 1 h, not " + lease + ".");
        }
        if (!batchTablePrefix.matches("[a-z][a-z0-9_]{0,30}")) {
            throw new IllegalArgumentException(
                    "COMPUTILITY_BATCH_TABLE_PREFIX is a lower-case SQL name, not " + batchTablePrefix + ".");
        }
    }

    /** The lease as statements take it. */
    public double leaseSeconds() {
        return lease.toMillis() / 1000.0;
    }

    /** From MicroProfile Config. */
    public static OperationsConfig get() {
        Config config = ConfigProvider.getConfig();
        return from(key -> config.getOptionalValue(key, String.class));
    }

    static OperationsConfig from(Function<String, Optional<String>> values) {
        return new OperationsConfig(
                values.apply("computility.lease")
                        .map(OperationsConfig::duration)
                        .orElse(Duration.ofSeconds(15)),
                values.apply("computility.batch.table.prefix").orElse("payara"));
    }

    private static Duration duration(String text) {
        try {
            return text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("COMPUTILITY_LEASE is a time like 15 or PT15S, not " + text + ".", e);
        }
    }
}
