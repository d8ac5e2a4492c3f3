/**
 * Typed calls of the market for data, models and applications (T/AI 123.12).
 *
 * <p>Not here: money ({@code Books}), the key words' catalogue (network).
 */
package org.computility.client.market;
