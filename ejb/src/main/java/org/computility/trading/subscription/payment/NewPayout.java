package org.computility.trading.subscription.payment;

import org.computility.trading.subscription.ServiceKind;

/**
 * A publisher that wants its money.
 *
 * @param publisher user name, or the ID of the caller's account; null where the order's publisher is meant
 * @param subscriber of the order; null where it is not said
 * @param creditInfo where the money shall go
 */
public record NewPayout(ServiceKind kind, String publisher, String subscriber, String orderId, String creditInfo) {}
