/**
 * What published models and applications cost from a coming instant on, as their publishers announce it.
 *
 * <p>Not here: the terms at which they are published (trading.subscription.billing), versions of price lists (settlement.prices).
 */
package org.computility.trading.subscription.pricing;
