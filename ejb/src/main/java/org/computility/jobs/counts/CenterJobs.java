package org.computility.jobs.counts;

/**
 * The jobs of a center.
 *
 * @param running with something that runs there
 * @param waiting with something that is on its way there, or may run nowhere else and waits; a job of several tasks may be among
 *     both
 */
public record CenterJobs(String centerId, long running, long waiting) {}
