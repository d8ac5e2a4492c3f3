/**
 * Why a job waits: what binds at each center, the smallest change that would admit the job, and when it may start.
 *
 * <p>Not here: deciding (org.computility.jobs.placement), words for people (whoever shows it).
 */
package org.computility.jobs.placement.waiting;
