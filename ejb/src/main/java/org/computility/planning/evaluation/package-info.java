/**
 * Algorithms assessed by what they found and what was there (T/BAX 0006.5 clause 6.4, {@code docs/evaluation.md}): precision,
 * recall, delays, and what the instances needed for it.
 *
 * <p>Not here: results themselves (results), the runs of instances (planning.runs), live figures of nodes (compute.monitoring).
 */
package org.computility.planning.evaluation;
