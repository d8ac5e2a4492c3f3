package org.computility.trading.subscription;

import org.computility.trading.subscription.billing.BillingMethod;

/**
 * A model or an application to publish.
 *
 * @param publisher user name, or the ID of the caller's account
 * @param resourceId its number
 * @param address where it answers
 */
public record NewPublication(
        ServiceKind kind,
        String publisher,
        String resourceId,
        String billingType,
        BillingMethod billingMethod,
        String address) {}
