/**
 * The ledger: accounts, and the transfers that move money between them, in double entry. The database holds its rules,
 * whoever writes; docs/settlement.md says what it promises.
 *
 * <p>Not here: who may move money (payment, the market), what callers see of the ledger (statements), money itself
 * (settlement).
 */
package org.computility.settlement.ledger;
