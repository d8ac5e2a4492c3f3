/**
 * Centers that two organisations report (TC609 5.1): pairs that may be one are found, and people merge them, say that they are two,
 * and take back what they said.
 *
 * <p>Not here: how alike two reports are (matching), what a merge means for lists and reports ({@code reporting.merges} and {@code
 * reporting.reports}), the job's artifacts ({@code reporting.batch} in batch-jobs).
 */
package org.computility.reporting.duplicates;
