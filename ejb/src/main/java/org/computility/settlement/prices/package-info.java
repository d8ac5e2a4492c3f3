/**
 * What a unit costs, and from when to when: tariffs with tiers, and the price lists of published things.
 *
 * <p>Not here: who ordered at which price (orders), what usage costs by it (rating).
 */
package org.computility.settlement.prices;
