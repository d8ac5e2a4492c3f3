/**
 * Typed calls of the market for data, models and applications (T/AI 123.12), and of what it tells its parties.
 *
 * <p>Not here: money, orders and bills (settlement), the key words' catalogue (network).
 */
package org.computility.client.market;
