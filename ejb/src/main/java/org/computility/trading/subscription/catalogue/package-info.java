/**
 * Models and applications in the market as people look for them: described by who publishes them, listed by key word and category.
 *
 * <p>Not here: terms, subscriptions (trading.subscription), data resources (trading.matching).
 */
package org.computility.trading.subscription.catalogue;
