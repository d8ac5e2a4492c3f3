/**
 * What callers see of the cost of jobs: prices of specs, estimates, what a job has cost, and sums by month, user, center or
 * spec.
 *
 * <p>Not here: how running time is metered and charged (computing), budgets (budget), bills (settlement.bills).
 */
package org.computility.settlement.computing.costs;
