/**
 * How many jobs centers have, for rooms above.
 *
 * <p>Not here: which runs where (placement), the jobs (register).
 */
package org.computility.jobs.counts;
