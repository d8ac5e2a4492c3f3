/**
 * The job {@code purge-results}: old results leave in chunks, then the days that are empty.
 *
 * <p>Not here: which results are old and how they leave the tables (room {@code results}), when the job runs (its declaration
 * there).
 */
package org.computility.results.batch;
