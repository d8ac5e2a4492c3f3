/**
 * What jobs cost: each running second of each attempt, and each call of a service that is written down, is metered once, charged
 * once, and becomes usage of an order between the user's organisation and the center's.
 *
 * <p>Not here: what a spec costs and what callers see of it all (costs), budgets (budget), where jobs run (room jobs), how
 * usage becomes a bill (rating, bills).
 */
package org.computility.settlement.computing;
