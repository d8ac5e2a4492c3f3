package org.computility.trading.subscription;

import java.util.UUID;
import org.computility.trading.Party;

/** Whose an order is. */
public record SubscribedOrder(UUID orderId, Party subscriber, Party publisher) {}
