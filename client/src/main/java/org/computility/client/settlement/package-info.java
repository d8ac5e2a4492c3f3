/**
 * Typed calls that explain money: orders, bills down to their usage events, statements and transfers of the ledger ({@code docs/settlement.md}).
 *
 * <p>Not here: deposits, payments and balances ({@code Books}), what jobs cost (network), buying (market).
 */
package org.computility.client.settlement;
