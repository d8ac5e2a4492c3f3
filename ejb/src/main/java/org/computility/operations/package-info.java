/**
 * Batch runs as people and rooms see them: wanted, listed, stopped, restarted.
 *
 * <p>Not here: jobs that people and the clock start (operations.declared), how a server executes a run
 * (operations.execution), runs of dead servers (operations.recovery), leases for other work (operations.leases), what a job
 * does (the room that the job belongs to) and its artifacts ({@code ‹room›.batch} in batch-jobs).
 */
package org.computility.operations;
