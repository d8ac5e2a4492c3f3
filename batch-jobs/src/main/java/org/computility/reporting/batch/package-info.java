/**
 * The job {@code close-month}: months of reported centers are closed in chunks.
 *
 * <p>Not here: what closing does (room {@code reporting}), when the job runs (its declaration there).
 */
package org.computility.reporting.batch;
