/**
 * What jobs had of centers in each hour, for rooms above.
 *
 * <p>Not here: which runs where (placement), the jobs (register), what they cost.
 */
package org.computility.jobs.hours;
