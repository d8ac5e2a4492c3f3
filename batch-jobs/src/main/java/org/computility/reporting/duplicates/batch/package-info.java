/**
 * The job {@code find-duplicates}: all reported centers are compared in chunks.
 *
 * <p>Not here: how they are compared ({@code reporting.duplicates}), when the job runs (its declaration there).
 */
package org.computility.reporting.duplicates.batch;
