/**
 * Who pays for a job, before it begins and while it runs: balances that do not do, budgets that are used up.
 *
 * <p>Not here: how running time is charged (computing), how a job is stopped (room jobs).
 */
package org.computility.settlement.computing.budget;
