package org.computility.notifications.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.computility.notifications.webhook.Webhooks.Waiting;
import org.computility.shared.keys.KeyedHash;
import org.computility.shared.keys.Sealing;

/** Where one organisation wants its notifications. It is tried by one server at a time, which holds a claim. */
@Entity
@Table(name = "notification_webhook")
class Webhook {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /** 2¹⁰ seconds are longer than the longest pause. */
    private static final int DOUBLED_AT_MOST = 10;

    private static final int FAULT_LENGTH = 200;

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

    private int failures;
    private String fault;

    @Column
    private Instant nextTryAt;

    private UUID claim;

    @Column
    private Instant claimedUntil;

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
        nextTryAt = now;
        failures = 0;
        fault = null;
    }

    /** Nobody else tries until then. */
    UUID claim(Instant until) {
        claim = UUID.randomUUID();
        claimedUntil = until;
        return claim;
    }

    boolean isClaimedBy(UUID one) {
        return one.equals(claim);
    }

    void holdUntil(Instant until) {
        claimedUntil = until;
    }

    void release() {
        claim = null;
        claimedUntil = null;
    }

    void delivered(Instant now) {
        deliveredAt = now;
        failures = 0;
        fault = null;
    }

    /** The next try comes after a pause, twice as long each time. */
    void failed(String why, Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLED_AT_MOST));
        nextTryAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        failures++;
        fault = why.length() > FAULT_LENGTH ? why.substring(0, FAULT_LENGTH) : why;
    }

    /** The next one begins with short pauses again. */
    void gaveUp() {
        failures = 0;
    }

    /** What is posted with a body: when, and the signature of both. */
    Map<String, String> headers(Waiting notice, Sealing sealing, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        return Map.of(
                "Content-Type",
                "application/json",
                "X-Notification-Id",
                notice.notificationId().toString(),
                "X-Notification-Timestamp",
                timestamp,
                "X-Notification-Signature",
                algorithm.word() + " " + algorithm.sign(sealing.open(sealedSecret), timestamp + "\n" + notice.body()));
    }

    WebhookView view(long waiting, long givenUp, Instant givenUpAt) {
        return new WebhookView(
                url,
                algorithm.word(),
                setAt,
                deliveredAt,
                waiting,
                failures,
                fault,
                waiting == 0 ? null : nextTryAt,
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
