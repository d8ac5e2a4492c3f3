package org.computility.notifications.webhook;

import java.time.Instant;

/**
 * An organisation's webhook, without its secret.
 *
 * @param algorithm {@code HMAC-SM3} or {@code HMAC-SHA256}
 * @param deliveredAt when the receiver last took a notification, or null
 * @param waiting notifications that are still to be sent
 * @param failures tries of the first of them that came to nothing
 * @param fault why the last try came to nothing, or null
 * @param nextTryAt when the first of them is tried next; null where none waits
 * @param givenUp notifications that were given up
 * @param givenUpAt when the last of them was, or null
 */
public record WebhookView(
        String url,
        String algorithm,
        Instant setAt,
        Instant deliveredAt,
        long waiting,
        int failures,
        String fault,
        Instant nextTryAt,
        long givenUp,
        Instant givenUpAt) {}
