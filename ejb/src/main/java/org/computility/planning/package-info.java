/**
 * Task plans and their instances: what shall be analysed, when, and how it goes (T/BAX 0006.5 annex C, 6.2, 6.3).
 *
 * <p>Not here: what a caller may want planned (drafts, rules, documents), the states of an instance and what changes
 * them (state, dispatch, inspection, periodic), the clock of its next try (retries), the history of its runs (runs), loaded
 * services (serving), what the algorithms found (results), the batch engine (operations), tables of a standard
 * (planning.rest).
 */
package org.computility.planning;
