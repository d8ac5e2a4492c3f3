/**
 * The history of a plan: each run of each instance, where it was and how it ended.
 *
 * <p>Not here: who opens and ends runs (dispatch), the runs of batch jobs (operations).
 */
package org.computility.planning.runs;
