/**
 * A round at work: queue, quotas, rooms of nodes, reservations, the choice of a center, what is reclaimed.
 *
 * <p>Not here: what a round sees and decides (org.computility.jobs.placement), why a job waits (waiting).
 */
package org.computility.jobs.placement.round;
