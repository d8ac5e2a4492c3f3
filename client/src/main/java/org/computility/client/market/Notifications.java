package org.computility.client.market;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.computility.client.Page;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;

/** What the caller was told, and where the organisation wants it sent ({@code docs/trading.md}). */
public final class Notifications {

    private static final String PATH = "/platform/v1/notifications";
    private static final String WEBHOOK = PATH + "/webhook";

    private final Transport transport;

    public Notifications(Transport transport) {
        this.transport = transport;
    }

    /** What somebody was told; {@code link} leads on. */
    public record Notification(UUID id, String kind, String link, String textEn, String textZh, Instant toldAt) {}

    /**
     * Where notifications are sent.
     *
     * @param secret what both sides sign with, at least 32 characters
     * @param algorithm {@code HMAC-SM3}, {@code HMAC-SHA256}, or null: the first
     */
    public record NewWebhook(String url, String secret, String algorithm) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "NewWebhook[" + url + "]";
        }
    }

    /**
     * How the webhook does.
     *
     * @param waiting how many are still to be sent
     * @param failures tries of the first of them that came to nothing
     * @param fault why the last try did; null: none
     * @param givenUp how many were given up
     */
    public record Webhook(
            String url,
            String algorithm,
            Instant setAt,
            Instant deliveredAt,
            int waiting,
            int failures,
            String fault,
            Instant nextTryAt,
            int givenUp,
            Instant givenUpAt) {}

    /** The caller's own, the newest first, by page from 1. */
    public Page<Notification> list(int page, int pageSize) {
        return transport.call(
                Family.PLATFORM,
                "GET",
                PATH,
                Map.of("page", page, "pageSize", pageSize),
                null,
                Types.pageOf(Notification.class));
    }

    /** Has what the organisation is told from now on sent there; for operators and administrators. */
    public Webhook send(NewWebhook webhook) {
        return transport.call(Family.PLATFORM, "PUT", WEBHOOK, webhook, Webhook.class);
    }

    public Webhook webhook() {
        return transport.call(Family.PLATFORM, "GET", WEBHOOK, null, Webhook.class);
    }

    /** Nothing is sent any more. */
    public void sendNothing() {
        transport.tell(Family.PLATFORM, "DELETE", WEBHOOK, null);
    }
}
