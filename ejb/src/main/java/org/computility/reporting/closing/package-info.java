/**
 * Months are closed: what the platform knows itself of a reported center's month completes what was reported; the declaration of
 * the job {@code close-month}.
 *
 * <p>Not here: the job's artifacts ({@code reporting.batch} in batch-jobs), what a report is and how it is judged (reports), what
 * jobs cost (the room {@code settlement}).
 */
package org.computility.reporting.closing;
