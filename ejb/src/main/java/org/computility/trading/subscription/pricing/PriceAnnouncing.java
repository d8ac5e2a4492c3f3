package org.computility.trading.subscription.pricing;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.List;
import org.computility.settlement.Money;
import org.computility.settlement.prices.NewPrice;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.prices.Subject;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.trading.subscription.PublicationOfferView;
import org.computility.trading.subscription.ServicePublishing;
import org.computility.trading.subscription.billing.Billing;

/**
 * What publishers say their models and applications will cost. Metered orders of a publication pay the price that is valid when
 * something is used; a fixed term is paid at its opening.
 */
@Stateless
public class PriceAnnouncing {

    @EJB
    ServicePublishing publishing;

    @EJB
    PriceLists prices;

    /**
     * The price from then on; the last price from the same instant, or once more while it holds, changes nothing. Whose affair that
     * is: {@link ServicePublishing#requireOwned}.
     *
     * @throws Conflict {@code publication-withdrawn}; {@code price-unlike} for another unit; {@code price-retroactive} before a
     *     price that is announced already
     * @throws org.computility.shared.Rejected {@code price-past}, {@code member-invalid}
     */
    public PublicationPriceView announce(String publishId, NewPublicationPrice wanted) {
        publishing.requireOwned(publishId);
        PublicationOfferView offer = publishing.offer(publishId);
        if (!offer.published()) {
            throw new Conflict(
                    "publication-withdrawn",
                    new Member("publishId"),
                    "The " + offer.kind().word() + " of {member} left the market: its orders go on at its last price.");
        }
        requireUnit(offer.billing(), wanted.unit());
        Billing next = offer.billing().at(wanted.price(), wanted.tiers(), wanted.freeQuota());
        NewPrice price = new NewPrice(subject(offer), Money.CNY, next.tariff(), wanted.validFrom());
        return PublicationPriceView.of(offer, prices.publish(price));
    }

    /** All prices of a publication, the earliest first, for everybody who sees the publication. */
    public List<PublicationPriceView> prices(String publishId) {
        PublicationOfferView offer = publishing.offer(publishId);
        return prices.versions(subject(offer).list()).stream()
                .map(version -> PublicationPriceView.of(offer, version))
                .toList();
    }

    private static Subject subject(PublicationOfferView offer) {
        return offer.kind().subject(offer.publishId());
    }

    private static void requireUnit(Billing offered, UsageUnit wanted) {
        if (wanted != null && wanted != offered.unit()) {
            throw new Conflict(
                    "price-unlike",
                    new Member("unit"),
                    "The publication counts by " + offered.unit() + ", and goes on so: {member} is that, or left out.");
        }
    }
}
