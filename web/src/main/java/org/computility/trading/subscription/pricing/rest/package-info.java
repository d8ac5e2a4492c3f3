/**
 * Prices of published models and applications over HTTP.
 *
 * <p>Not here: publications themselves (trading.subscription.rest).
 */
package org.computility.trading.subscription.pricing.rest;
