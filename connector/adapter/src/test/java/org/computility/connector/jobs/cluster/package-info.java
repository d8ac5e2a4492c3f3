/**
 * A Slurm cluster for tests of all modules, from Debian's packages, in a folder and on ports of its own.
 *
 * <p>Not here: tests of the runtime (package {@code protocol.slurm}).
 */
package org.computility.connector.jobs.cluster;
