package org.computility.trading.subscription.billing;

import java.math.BigDecimal;

/**
 * A price for much use.
 *
 * @param from units beyond so many cost this price
 */
public record PriceTier(long from, BigDecimal price) {

    public PriceTier {
        price = Billing.plain(price);
    }
}
