/**
 * Which waiting job runs where next (T/AI 123.8): a pure function of what is waiting, running and free. No database, no clock, no
 * container; docs/placement.md tells the rules.
 *
 * <p>Not here: why a job waits (waiting), reading and carrying out (the room jobs).
 */
package org.computility.jobs.placement;
