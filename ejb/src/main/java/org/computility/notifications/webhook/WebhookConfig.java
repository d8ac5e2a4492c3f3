package org.computility.notifications.webhook;

import java.time.Duration;
import org.computility.shared.Settings;
import org.computility.shared.outbound.parcels.ReceiverPatience;

/**
 * Settings of webhooks.
 *
 * @param patience {@code COMPUTILITY_WEBHOOK_PATIENCE}, default 10 s: how long a receiver has to answer
 * @param giveUpAfter {@code COMPUTILITY_WEBHOOK_GIVE_UP_AFTER}, default 72 h: how long a notification is tried
 */
record WebhookConfig(Duration patience, Duration giveUpAfter) {

    private static final Duration GIVE_UP_AFTER = Duration.ofHours(72);

    /** The settings of this server. */
    static WebhookConfig current() {
        return from(Settings.ofServer());
    }

    static WebhookConfig from(Settings settings) {
        return new WebhookConfig(
                ReceiverPatience.from(settings), settings.duration("computility.webhook.give.up.after", GIVE_UP_AFTER));
    }
}
