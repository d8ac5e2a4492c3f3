/**
 * The ledger over HTTP: deposits, statements, reversals, the trial balance.
 *
 * <p>Not here: what is bought and sold (the market).
 */
package org.computility.system.settlement;
