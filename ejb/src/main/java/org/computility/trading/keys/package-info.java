/**
 * Keys of the market: pairs under which contents are delivered, and the keys of those who receive them.
 *
 * <p>Not here: how things are encrypted and signed (shared.keys), the platform's own keys (shared.keys), what is delivered
 * (trading.contract).
 */
package org.computility.trading.keys;
