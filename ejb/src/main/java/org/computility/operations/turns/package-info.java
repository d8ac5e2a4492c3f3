/**
 * Runs that go on in turns: short pieces of work, with pauses between them that hold no thread.
 *
 * <p>Not here: what a run does in its turns (the room of its job), leases and ends of runs (operations.execution).
 */
package org.computility.operations.turns;
