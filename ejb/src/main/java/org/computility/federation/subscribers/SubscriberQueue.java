package org.computility.federation.subscribers;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.reporting.reports.NewsOfReports;
import org.computility.shared.outbound.parcels.ParcelQueue;

/** The news that subscribers are told next, and what became of them. A subscriber that misses a time is told all of it later. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SubscriberQueue implements ParcelQueue<NewsParcel> {

    /** Beside the subscriber's own time: to ask what centers do now, and to write down what became of it. */
    private static final Duration TO_WRITE = Duration.ofMinutes(1);

    @Inject
    Subscribers subscribers;

    @EJB
    NewsOfReports reports;

    @EJB
    NewsWriting writing;

    @Inject
    Clock clock;

    SubscriberConfig config;

    @PostConstruct
    void configure() {
        config = SubscriberConfig.current();
    }

    @Override
    public List<NewsParcel> take(int most) {
        Instant now = clock.instant();
        return subscribers.due(now, most).stream()
                .map(subscriber -> {
                    UUID claim = subscriber.turn().claim(lease(now));
                    subscribers.session().update(subscriber);
                    return parcel(subscriber, claim);
                })
                .toList();
    }

    @Override
    public Optional<NewsParcel> delivered(NewsParcel parcel) {
        Subscriber subscriber = claimed(parcel).orElse(null);
        if (subscriber == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        subscriber.took(parcel.news().knownOn(), now);
        boolean more = parcel.news().more();
        if (more) {
            subscriber.turn().holdUntil(lease(now));
        } else {
            subscriber.rest(now, config.zone());
        }
        subscribers.session().update(subscriber);
        return more ? Optional.of(parcel(subscriber, parcel.claim())) : Optional.empty();
    }

    @Override
    public void failed(NewsParcel parcel, String why) {
        claimed(parcel).ifPresent(subscriber -> {
            subscriber.turn().failed(why, clock.instant());
            subscriber.turn().release();
            subscribers.session().update(subscriber);
        });
    }

    /** Empty when another server has it by now, or somebody has set it anew, or taken it away. */
    private Optional<Subscriber> claimed(NewsParcel parcel) {
        return subscribers
                .lock(parcel.subscriber())
                .filter(subscriber -> subscriber.turn().isClaimedBy(parcel.claim()));
    }

    private NewsParcel parcel(Subscriber subscriber, UUID claim) {
        return new NewsParcel(
                subscriber.name(),
                claim,
                subscriber.url(),
                reports.of(subscriber.provinces(), subscriber.knownOn()),
                writing);
    }

    private Instant lease(Instant now) {
        return now.plus(config.patience()).plus(TO_WRITE);
    }
}
