/**
 * From usage to charges: in which bill an event stands, what each line of a bill costs, what is to be charged.
 *
 * <p>Not here: what was used (usage), prices (prices), who pays (bills), how money moves (ledger).
 */
package org.computility.settlement.rating;
