/**
 * Models and applications that are published and subscribed to (T/AI 123.12 A.4, A.5): offers, subscriptions with their
 * licences, and both settlements of an order.
 *
 * <p>Not here: terms (trading.subscription.billing), calls of what was subscribed to (trading.subscription.calls), how
 * licences look (trading.contract), orders and money (settlement).
 */
package org.computility.trading.subscription;
