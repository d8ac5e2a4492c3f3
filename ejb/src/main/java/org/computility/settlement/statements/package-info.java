/**
 * What callers see of the ledger: balances, statements, transfers, and whether all adds up. An organisation sees its own,
 * administrators see all.
 *
 * <p>Not here: what moves money (ledger, payment), bills.
 */
package org.computility.settlement.statements;
