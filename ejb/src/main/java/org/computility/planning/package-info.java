/**
 * Task plans and their instances: what shall be analysed, when, and how it goes (T/BAX 0006.5 annex C, 6.2, 6.3).
 *
 * <p>Not here: how a request is read (drafts), the states of an instance and what changes them (state, dispatch,
 * inspection), the history of its runs (runs), loaded services (serving), what the algorithms found (results), the batch
 * engine (operations).
 */
package org.computility.planning;
