package org.computility.shared.outbound.parcels;

import java.time.Duration;
import org.computility.shared.Settings;

/** {@code COMPUTILITY_WEBHOOK_PATIENCE}, default 10 s: how long a receiver has to answer. */
public final class ReceiverPatience {

    private static final Duration USUAL = Duration.ofSeconds(10);

    private ReceiverPatience() {}

    public static Duration from(Settings settings) {
        return settings.duration("computility.webhook.patience", USUAL);
    }
}
