/**
 * How old results leave: which, when, and by which statements; the declaration of the job {@code purge-results}.
 *
 * <p>Not here: the job's artifacts ({@code results.batch} in batch-jobs), the days' partitions (results).
 */
package org.computility.results.purge;
