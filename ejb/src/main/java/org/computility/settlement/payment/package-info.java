/**
 * How money comes in: administrators record what was paid, and undo what was wrong; or an organisation pays at an external
 * gateway, which confirms it. Each of these ways verifies what a payer calls a proof of payment.
 *
 * <p>Not here: what is bought (the market), how money moves (ledger), what was moved (statements).
 */
package org.computility.settlement.payment;
