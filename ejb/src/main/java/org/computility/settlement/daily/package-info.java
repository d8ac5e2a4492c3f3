/**
 * What the clock does with the books: the jobs {@code settle-orders} and {@code reconcile-ledger}, which orders they take, and
 * what is compared.
 *
 * <p>Not here: how an order is settled (bills), the jobs' artifacts ({@code settlement.batch} in batch-jobs).
 */
package org.computility.settlement.daily;
