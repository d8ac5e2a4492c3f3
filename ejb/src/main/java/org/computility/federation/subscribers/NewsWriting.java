package org.computility.federation.subscribers;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.computility.reporting.live.CentersNow;
import org.computility.reporting.live.OperationalData;
import org.computility.shared.keys.Sealing;
import org.computility.shared.outbound.parcels.Parcel;

/** Writes what a subscriber is posted. What centers do now is asked for here, in no transaction: they may be slow to answer. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NewsWriting {

    @Inject
    Subscribers subscribers;

    @EJB
    CentersNow centers;

    @Inject
    Sealing sealing;

    @Inject
    Clock clock;

    /** The body and the headers that sign it. */
    public Parcel.Posted write(NewsParcel parcel) {
        Subscriber subscriber = subscribers.find(parcel.subscriber()).orElseThrow();
        boolean last = !parcel.news().more();
        Optional<List<OperationalData>> now =
                last && subscriber.getsLoad() ? Optional.of(centers.in(subscriber.provinces())) : Optional.empty();
        Instant at = clock.instant();
        String body = NewsText.of(parcel.subscriber(), at, parcel.news(), now);
        return new Parcel.Posted(subscriber.headers(body, sealing, at), body);
    }
}
