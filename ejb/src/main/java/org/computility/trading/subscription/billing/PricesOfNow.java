package org.computility.trading.subscription.billing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.prices.Subject;

/** Prices of one moment, by the names of their lists. */
public record PricesOfNow(Map<String, PriceView> byList) {

    public PricesOfNow {
        byList = Map.copyOf(byList);
    }

    /** The terms of a publication at its price of now. */
    public Billing terms(Subject offer, Billing published) {
        return at(byList.get(offer.list()), published);
    }

    /** The terms of an order: at the price that was agreed for it, else at that of the publication. */
    public Billing terms(UUID order, Subject offer, Billing published) {
        return at(byList.getOrDefault(PriceLists.listOf(order), byList.get(offer.list())), published);
    }

    /** What a unit of a publication costs now, before its tiers. */
    public BigDecimal price(Subject offer, BigDecimal published) {
        PriceView price = byList.get(offer.list());
        return price == null ? published : price.tariff().tiers().get(0).unitPrice();
    }

    private static Billing at(PriceView price, Billing published) {
        return price == null ? published : published.at(price.tariff());
    }
}
