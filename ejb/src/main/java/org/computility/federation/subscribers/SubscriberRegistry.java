package org.computility.federation.subscribers;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.places.PlaceDirectory;
import org.computility.reporting.reports.NewsOfReports;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.keys.Sealing;
import org.computility.shared.outbound.OutboundGuard;

/** Who gets monitoring data on a timetable: administrators say so, and see it. */
@Stateless
public class SubscriberRegistry {

    private static final Member URL = new Member("url");
    private static final Member PROVINCES = new Member("provinces");

    /** More would be a hub of their own. */
    static final int MOST = 200;

    @Inject
    Subscribers subscribers;

    @EJB
    NewsOfReports news;

    @EJB
    PlaceDirectory places;

    @Inject
    OutboundGuard guard;

    @Inject
    Sealing sealing;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Sets or replaces it; it is told at once.
     *
     * @throws Rejected {@code url-invalid}, {@code url-refused}; {@code member-invalid} for a timetable that is none, a province that is none, for
     *     a point that has not come, and for one subscriber too many
     */
    public SubscriberView set(String name, NewSubscriber wanted) {
        Caller administrator = caller.require(Role.ADMINISTRATOR);
        guard.check(URL, wanted.url());
        wanted.provinces().forEach(province -> places.requireProvince(PROVINCES, province));
        if (wanted.after() != null) {
            news.requireCome(wanted.after());
        }
        subscribers.lock();
        Subscriber subscriber = subscribers.lock(name).orElseGet(() -> Subscriber.named(name));
        boolean isNew = subscriber.isNew();
        if (isNew && subscribers.all().size() >= MOST) {
            throw new Rejected("member-invalid", new Member("name"), "There are " + MOST + " subscribers: remove one.");
        }
        subscriber.set(wanted, sealing, administrator.username(), clock.instant());
        if (isNew) {
            subscribers.session().insert(subscriber);
        } else {
            subscribers.session().update(subscriber);
        }
        return subscriber.view();
    }

    /** All, by their names. */
    public List<SubscriberView> all() {
        caller.require(Role.ADMINISTRATOR);
        return subscribers.all().stream().map(Subscriber::view).toList();
    }

    /** NotFound {@code subscriber-unknown}. */
    public SubscriberView get(String name) {
        caller.require(Role.ADMINISTRATOR);
        return subscribers.find(name).map(Subscriber::view).orElseThrow(() -> unknown(name));
    }

    /** It is told nothing any more. NotFound {@code subscriber-unknown}. */
    public void remove(String name) {
        caller.require(Role.ADMINISTRATOR);
        subscribers.lock();
        if (subscribers.delete(name) == 0) {
            throw unknown(name);
        }
    }

    private static NotFound unknown(String name) {
        return new NotFound("subscriber-unknown", new Member("name"), "No subscriber is called " + name + ".");
    }
}
