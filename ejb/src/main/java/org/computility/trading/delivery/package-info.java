/**
 * Delivery of data that was paid for (T/AI 123.12 A.3.5, A.3.6): encrypted once under the data resource's key, handed to whoever shows
 * a good licence, and proved.
 *
 * <p>Not here: licences (trading.licences), keys (trading.keys), controlled data (trading.controlled), bytes (datasets).
 */
package org.computility.trading.delivery;
