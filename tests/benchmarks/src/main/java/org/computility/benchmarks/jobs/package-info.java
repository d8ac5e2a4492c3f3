/**
 * Measures jobs: through the platform beside the cluster itself, lists of a million, and calls of services beside the services themselves.
 *
 * <p>Not here: rounds of placement alone (placement), tests of correctness (tests/system).
 */
package org.computility.benchmarks.jobs;
