/**
 * What all kinds of job runtimes have in common: which jobs are refused before any runtime sees them.
 *
 * <p>Not here: the runtimes (a package for each kind below), the pool (package {@code outbound}).
 */
package org.computility.connector.jobs.protocol;
