/**
 * Pooled connections from the application to job runtimes.
 *
 * <p>Not here: what a kind of runtime does with a job (package {@code protocol}).
 */
package org.computility.connector.jobs.outbound;
