package org.computility.notifications.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.computility.notifications.webhook.Webhooks.Waiting;
import org.computility.shared.keys.KeyedHash;
import org.computility.shared.keys.Sealing;
import org.computility.shared.outbound.parcels.Signer;
import org.computility.shared.outbound.parcels.Turn;

/** Where one organisation wants its notifications. It is tried by one server at a time, which holds a claim. */
@Entity
@Table(name = "notification_webhook")
class Webhook {

    private static final String HEADERS = "X-Notification";

    @Id
    private UUID organisationId;

    @Version
    private int version;

    private String url;

    @Enumerated(EnumType.STRING)
    private KeyedHash algorithm;

    @Column
    private byte[] sealedSecret;

    @Column
    private Instant setAt;

    @Column
    private Instant deliveredAt;

    @Embedded
    private Turn turn = new Turn();

    protected Webhook() {}

    static Webhook of(UUID organisationId) {
        Webhook webhook = new Webhook();
        webhook.organisationId = organisationId;
        return webhook;
    }

    /** From now on, also for what waits; what failed before does not count. */
    void set(NewWebhook wanted, Sealing sealing, Instant now) {
        url = wanted.url();
        algorithm = wanted.algorithm();
        sealedSecret = sealing.seal(wanted.secret().getBytes(StandardCharsets.UTF_8));
        setAt = now;
        turn.dueAt(now);
    }

    Turn turn() {
        return turn;
    }

    void delivered(Instant now) {
        deliveredAt = now;
        turn.succeeded();
    }

    /** What is posted with a body: when, and the signature of both. */
    Map<String, String> headers(Waiting notice, Sealing sealing, Instant now) {
        Map<String, String> headers =
                new Signer(algorithm, sealing.open(sealedSecret)).headers(HEADERS, notice.body(), now);
        headers.put(HEADERS + "-Id", notice.notificationId().toString());
        return headers;
    }

    WebhookView view(long waiting, long givenUp, Instant givenUpAt) {
        return new WebhookView(
                url,
                algorithm.word(),
                setAt,
                deliveredAt,
                waiting,
                turn.failures(),
                turn.fault(),
                waiting == 0 ? null : turn.nextTryAt(),
                givenUp,
                givenUpAt);
    }

    UUID organisationId() {
        return organisationId;
    }

    String url() {
        return url;
    }
}
