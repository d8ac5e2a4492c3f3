package org.computility.trading.subscription.rest;

import jakarta.json.JsonValue;
import org.computility.trading.subscription.NewSubscription;
import org.computility.trading.subscription.ServiceKind;

/** A subscription (T/AI 123.12 tables A.60, which prints {@code subscribeId}, and A.74). */
public record SubscriptionRequest(
        String subscribeId, String subscriberId, String publishId, String billingType, JsonValue billingMethod) {

    NewSubscription subscription(ServiceKind kind) {
        return new NewSubscription(
                kind,
                PartyReader.subscriber(kind, subscribeId, subscriberId),
                publishId,
                billingType,
                BillingReader.read(billingMethod));
    }
}
