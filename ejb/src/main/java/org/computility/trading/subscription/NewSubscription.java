package org.computility.trading.subscription;

import org.computility.trading.subscription.billing.BillingMethod;

/**
 * A subscription that is wanted.
 *
 * @param subscriber user name, or the ID of the caller's account
 */
public record NewSubscription(
        ServiceKind kind, String subscriber, String publishId, String billingType, BillingMethod billingMethod) {}
