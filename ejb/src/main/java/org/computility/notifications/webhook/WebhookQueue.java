package org.computility.notifications.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.keys.Sealing;

/**
 * What is to be sent next, and what became of it; each a short transaction, none is open while a receiver works. A server that
 * dies leaves its claim, which ends by itself: then the same notification is sent again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WebhookQueue {

    /** Beside the receiver's own time: what the platform needs to write down what became of it. */
    private static final Duration TO_WRITE = Duration.ofSeconds(30);

    @Inject
    Webhooks webhooks;

    @Inject
    Sealing sealing;

    @Inject
    Clock clock;

    WebhookConfig config;

    @PostConstruct
    void configure() {
        config = WebhookConfig.current();
    }

    /** Claims webhooks that are due, at most so many; the first notification of each. */
    public List<Parcel> take(int most) {
        Instant now = clock.instant();
        List<Parcel> parcels = new ArrayList<>();
        for (Webhook webhook : webhooks.due(now, most)) {
            UUID claim = webhook.claim(lease(now));
            next(webhook, claim, now).ifPresentOrElse(parcels::add, webhook::release);
            webhooks.session().update(webhook);
        }
        return parcels;
    }

    /** The receiver has taken it; the next one of the same organisation, or none. */
    public Optional<Parcel> delivered(Parcel parcel) {
        Webhook webhook = claimed(parcel).orElse(null);
        if (webhook == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        webhooks.remove(parcel.number());
        webhook.delivered(now);
        Optional<Parcel> next = next(webhook, parcel.claim(), now);
        next.ifPresentOrElse(coming -> webhook.holdUntil(lease(now)), webhook::release);
        webhooks.session().update(webhook);
        return next;
    }

    /** It came to nothing: the organisation's turn is over, and comes again after a pause. */
    public void failed(Parcel parcel, String why) {
        Webhook webhook = claimed(parcel).orElse(null);
        if (webhook == null) {
            return;
        }
        Instant now = clock.instant();
        webhook.failed(why, now);
        webhooks.next(webhook.organisationId()).stream()
                .filter(notice -> notice.number() == parcel.number())
                .filter(notice -> notice.queuedAt().plus(config.giveUpAfter()).isBefore(now))
                .forEach(notice -> {
                    webhooks.giveUp(notice.number(), now);
                    webhook.gaveUp();
                });
        webhook.release();
        webhooks.session().update(webhook);
    }

    /** Empty when another server has it by now, or the organisation has taken it away. */
    private Optional<Webhook> claimed(Parcel parcel) {
        return webhooks.lock(parcel.organisationId()).filter(webhook -> webhook.isClaimedBy(parcel.claim()));
    }

    private Optional<Parcel> next(Webhook webhook, UUID claim, Instant now) {
        return webhooks.next(webhook.organisationId()).stream()
                .findFirst()
                .map(notice -> new Parcel(
                        webhook.organisationId(),
                        claim,
                        notice.number(),
                        webhook.url(),
                        webhook.headers(notice, sealing, now),
                        notice.body()));
    }

    private Instant lease(Instant now) {
        return now.plus(config.patience()).plus(TO_WRITE);
    }
}
