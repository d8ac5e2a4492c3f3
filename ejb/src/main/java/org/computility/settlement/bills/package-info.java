/**
 * What comes of orders: charges are paid from prepaid balances, earnings are paid out.
 *
 * <p>Not here: what usage costs (rating), how money moves (ledger), what is ordered (orders).
 */
package org.computility.settlement.bills;
