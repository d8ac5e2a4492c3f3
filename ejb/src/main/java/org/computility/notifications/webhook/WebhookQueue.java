package org.computility.notifications.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.LocalBean;
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
import org.computility.shared.outbound.parcels.Parcel;
import org.computility.shared.outbound.parcels.ParcelQueue;

/** The notifications that are to be sent next, and what became of them. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WebhookQueue implements ParcelQueue<NoticeParcel> {

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

    @Override
    public List<NoticeParcel> take(int most) {
        Instant now = clock.instant();
        List<NoticeParcel> parcels = new ArrayList<>();
        for (Webhook webhook : webhooks.due(now, most)) {
            UUID claim = webhook.turn().claim(lease(now));
            next(webhook, claim, now).ifPresentOrElse(parcels::add, webhook.turn()::release);
            webhooks.session().update(webhook);
        }
        return parcels;
    }

    @Override
    public Optional<NoticeParcel> delivered(NoticeParcel parcel) {
        Webhook webhook = claimed(parcel).orElse(null);
        if (webhook == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        webhooks.remove(parcel.number());
        webhook.delivered(now);
        Optional<NoticeParcel> next = next(webhook, parcel.claim(), now);
        next.ifPresentOrElse(coming -> webhook.turn().holdUntil(lease(now)), webhook.turn()::release);
        webhooks.session().update(webhook);
        return next;
    }

    @Override
    public void failed(NoticeParcel parcel, String why) {
        Webhook webhook = claimed(parcel).orElse(null);
        if (webhook == null) {
            return;
        }
        Instant now = clock.instant();
        webhook.turn().failed(why, now);
        webhooks.next(webhook.organisationId()).stream()
                .filter(notice -> notice.number() == parcel.number())
                .filter(notice -> notice.queuedAt().plus(config.giveUpAfter()).isBefore(now))
                .forEach(notice -> {
                    webhooks.giveUp(notice.number(), now);
                    webhook.turn().gaveUp();
                });
        webhook.turn().release();
        webhooks.session().update(webhook);
    }

    /** Empty when another server has it by now, or the organisation has taken it away. */
    private Optional<Webhook> claimed(NoticeParcel parcel) {
        return webhooks.lock(parcel.organisationId())
                .filter(webhook -> webhook.turn().isClaimedBy(parcel.claim()));
    }

    private Optional<NoticeParcel> next(Webhook webhook, UUID claim, Instant now) {
        return webhooks.next(webhook.organisationId()).stream()
                .findFirst()
                .map(notice -> new NoticeParcel(
                        webhook.organisationId(),
                        claim,
                        notice.number(),
                        webhook.url(),
                        new Parcel.Posted(webhook.headers(notice, sealing, now), notice.body())));
    }

    private Instant lease(Instant now) {
        return now.plus(config.patience()).plus(TO_WRITE);
    }
}
