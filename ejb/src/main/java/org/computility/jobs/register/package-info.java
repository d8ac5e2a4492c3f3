/**
 * The register of jobs: each with its tasks, and each task with its attempts to run. Every change goes through here, in one
 * transaction that holds the job.
 *
 * <p>Not here: talking to centers (running), choosing them (placement), what may be asked for (training).
 */
package org.computility.jobs.register;
