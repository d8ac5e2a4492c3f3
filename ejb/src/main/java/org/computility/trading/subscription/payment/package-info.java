/**
 * Both settlements of subscriptions: what subscribers owe, and what publishers have earned (T/AI 123.12 A.4.4, A.4.5, A.5.4,
 * A.5.5).
 *
 * <p>Not here: what it comes to, and the money (settlement).
 */
package org.computility.trading.subscription.payment;
