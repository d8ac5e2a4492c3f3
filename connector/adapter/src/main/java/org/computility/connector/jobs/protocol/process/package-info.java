/**
 * Jobs on this machine: each a sandbox of bubblewrap with limits by prlimit, watched by a shell script that outlives the
 * server and writes the end of the job into the job's folder. Nothing else remembers a job.
 *
 * <p>Not here: what every kind of runtime refuses (package {@code protocol}), the pool (package {@code outbound}).
 */
package org.computility.connector.jobs.protocol.process;
