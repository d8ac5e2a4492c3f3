package org.computility.trading.subscription.rest;

import java.util.UUID;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.subscription.SubscriptionView;

/** An order and its licence (T/AI 123.12 tables A.61 and A.76, which leaves out the licence that A.78 asks for). */
public record SubscriptionAnswer(UUID orderId, LicenceView licenses) {

    static SubscriptionAnswer of(SubscriptionView subscription) {
        return new SubscriptionAnswer(subscription.orderId(), subscription.licenses());
    }
}
