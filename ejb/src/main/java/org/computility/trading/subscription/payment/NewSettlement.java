package org.computility.trading.subscription.payment;

import org.computility.settlement.payment.PaymentProof;
import org.computility.trading.subscription.ServiceKind;

/**
 * A subscriber that settles an order.
 *
 * @param subscriber user name, or the ID of the caller's account
 */
public record NewSettlement(ServiceKind kind, String subscriber, String orderId, PaymentProof proof) {}
