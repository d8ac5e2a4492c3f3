package org.computility.jobs;

import java.time.Instant;

/**
 * Which jobs are looked for; null and an empty text ask for nothing.
 *
 * @param text occurs in the name or the description
 * @param centerId a task of the job is, or was last, at that center
 * @param processor the type of accelerator that its spec has
 * @param before the job came in before that moment
 */
public record JobSearch(
        JobKind kind, String text, JobStatus status, String centerId, String processor, Instant from, Instant before) {}
