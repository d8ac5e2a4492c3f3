/**
 * What people do with money by hand: they record what was paid in, and undo what was wrong.
 *
 * <p>Not here: what is bought (the market), how money moves (ledger), what was moved (statements).
 */
package org.computility.settlement.payment;
