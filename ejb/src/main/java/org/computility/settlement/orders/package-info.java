/**
 * Orders: who may use what of whom, until when, how much, and at whose prices; whether a call is let in.
 *
 * <p>Not here: what was used (usage), what it costs (rating), what is offered (prices and the market).
 */
package org.computility.settlement.orders;
