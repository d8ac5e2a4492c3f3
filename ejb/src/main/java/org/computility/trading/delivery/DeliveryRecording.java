package org.computility.trading.delivery;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.datasets.StoredContent;
import org.computility.shared.keys.SealedStream;
import org.computility.trading.contract.SettledTrade;
import org.computility.trading.demand.DemandRegistration;
import org.computility.trading.licences.GoodLicence;
import org.computility.trading.licences.LicensorKeys;

/** What was encrypted and what was delivered; callers use {@link DataDelivery}. */
@Stateless
public class DeliveryRecording {

    @Inject
    Deliveries deliveries;

    @EJB
    DemandRegistration demands;

    @Inject
    LicensorKeys keys;

    @Inject
    Clock clock;

    /** Whether the data resource was encrypted before. */
    public boolean isSealed(UUID registrationId) {
        return deliveries.sealed(registrationId).isPresent();
    }

    /** Keeps what was encrypted, unless another server was first: then its file counts. */
    public void keep(UUID registrationId, StoredContent content, SealedStream sealed, StoredContent file) {
        deliveries.offer(
                registrationId,
                content.sha256(),
                content.size(),
                file.sha256(),
                file.size(),
                sealed.cipherStart(),
                sealed.nonce(),
                Base64.getEncoder().encodeToString(sealed.sealedKey()),
                clock.instant());
    }

    /**
     * What was delivered under that licence before, or the delivery that is made now: the demand is delivered. Its data was
     * encrypted before.
     */
    public DeliveredData record(SettledTrade trade, GoodLicence licence) {
        // The demand's row lets one of many calls deliver.
        demands.deliver(trade.demandId());
        return deliveries.ofLicence(licence.licenceId()).map(this::delivered).orElseGet(() -> made(trade, licence));
    }

    /** The latest delivery of a trade. */
    public Optional<DeliveredData> latest(UUID confirmId) {
        return deliveries.ofTrade(confirmId).map(this::delivered);
    }

    /** A delivery. */
    public Optional<DeliveredData> find(UUID deliveryId) {
        return deliveries.find(deliveryId).map(this::delivered);
    }

    /** Which of these are files of deliveries. */
    public Set<String> filesAmong(Collection<String> sha256s) {
        return Set.copyOf(deliveries.filesAmong(sha256s.toArray(new String[0])));
    }

    private DeliveredData made(SettledTrade trade, GoodLicence licence) {
        SealedData data = deliveries.sealed(trade.registrationId()).orElseThrow();
        Delivery delivery =
                Delivery.of(trade, licence, data, keys.pairOf(trade.ownerOrganisationId())::sign, clock.instant());
        deliveries.session().insert(delivery);
        return delivery.of(data);
    }

    private DeliveredData delivered(Delivery delivery) {
        return delivery.of(deliveries.sealed(delivery.registrationId()).orElseThrow());
    }
}
