/**
 * Calls of models and applications by those who subscribed (T/AI 123.12 A.4.3, A.5.3): each is admitted before, passed on
 * through the outbound guard, and counted once.
 *
 * <p>Not here: subscriptions and licences (trading.subscription, trading.contract), what calls cost (settlement).
 */
package org.computility.trading.subscription.calls;
