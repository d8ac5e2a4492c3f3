package org.computility.federation.subscribers;

import java.time.Duration;
import java.time.ZoneId;
import org.computility.shared.Settings;
import org.computility.shared.StandardTime;

/**
 * Settings of this part of the room.
 *
 * @param patience {@code COMPUTILITY_WEBHOOK_PATIENCE}, default 10 s: how long a subscriber has to answer
 * @param zone in which timetables are meant
 */
record SubscriberConfig(Duration patience, ZoneId zone) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The settings of this server. */
    static SubscriberConfig current() {
        return new SubscriberConfig(
                Settings.ofServer().duration("computility.webhook.patience", PATIENCE), StandardTime.zone());
    }
}
