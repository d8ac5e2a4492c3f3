package org.computility.trading.subscription.billing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.prices.Subject;

/** The price lists of publications. */
@Dependent
public class OfferedTerms {

    @EJB
    PriceLists prices;

    @Inject
    Clock clock;

    /** The price that a publication begins with. */
    public void begin(Subject offer, Billing published) {
        prices.begin(offer, Money.CNY, published.tariff());
    }

    /** What publications cost now. */
    public PricesOfNow now(Collection<Subject> offers) {
        return now(offers, List.of());
    }

    /** What publications cost now, and these orders, where a price was agreed for them. */
    public PricesOfNow now(Collection<Subject> offers, Collection<UUID> orders) {
        Set<String> lists = new HashSet<>();
        offers.forEach(offer -> lists.add(offer.list()));
        orders.forEach(order -> lists.add(PriceLists.listOf(order)));
        return new PricesOfNow(prices.at(lists, clock.instant()));
    }
}
