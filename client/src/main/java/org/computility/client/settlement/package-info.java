/**
 * Typed calls about money: deposits, payments and balances, orders, bills down to their usage events, statements and
 * transfers of the ledger ({@code docs/settlement.md}).
 *
 * <p>Not here: what jobs cost (network), buying (market).
 */
package org.computility.client.settlement;
