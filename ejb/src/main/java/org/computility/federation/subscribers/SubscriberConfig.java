package org.computility.federation.subscribers;

import java.time.Duration;
import java.time.ZoneId;
import org.computility.shared.Settings;
import org.computility.shared.StandardTime;
import org.computility.shared.outbound.parcels.ReceiverPatience;

/**
 * Settings of this part of the room.
 *
 * @param patience {@code COMPUTILITY_WEBHOOK_PATIENCE}, default 10 s: how long a subscriber has to answer
 * @param zone in which timetables are meant
 */
record SubscriberConfig(Duration patience, ZoneId zone) {

    /** The settings of this server. */
    static SubscriberConfig current() {
        return new SubscriberConfig(ReceiverPatience.from(Settings.ofServer()), StandardTime.zone());
    }
}
