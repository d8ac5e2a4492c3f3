package org.computility.trading.subscription.payment;

import org.computility.trading.subscription.ServiceKind;

/**
 * A subscriber that settles an order.
 *
 * @param subscriber user name, or the ID of the caller's account
 * @param method of the proof; null where it has none
 * @param transferId of the proof; null where it has none
 */
public record NewSettlement(ServiceKind kind, String subscriber, String orderId, String method, String transferId) {}
