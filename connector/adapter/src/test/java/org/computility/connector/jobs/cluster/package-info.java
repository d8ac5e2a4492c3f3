/**
 * Clusters for tests of all modules: Slurm from Debian's packages, in a folder and on ports of its own; the API of
 * Kubernetes with a stand-in for its controllers and nodes.
 *
 * <p>Not here: tests of the runtimes (packages {@code protocol.slurm}, {@code protocol.kubernetes}).
 */
package org.computility.connector.jobs.cluster;
