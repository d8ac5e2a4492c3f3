/**
 * Batch runs as people see them: started, stopped, restarted, adopted when their server dies; leases between servers.
 *
 * <p>Not here: what a job does (the room the job belongs to), its artifacts ({@code ‹room›.batch} in batch-jobs).
 */
package org.computility.operations;
