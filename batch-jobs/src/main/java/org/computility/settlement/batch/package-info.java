/**
 * The jobs {@code settle-orders} and {@code reconcile-ledger}: orders are settled in chunks, part by part; the books are
 * compared.
 *
 * <p>Not here: what settling and comparing do (room {@code settlement}), when the jobs run (their declarations there).
 */
package org.computility.settlement.batch;
