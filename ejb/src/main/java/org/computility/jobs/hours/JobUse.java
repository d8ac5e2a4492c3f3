package org.computility.jobs.hours;

import java.time.Instant;
import java.util.UUID;

/**
 * What a job had in an hour, of all centers that were asked for.
 *
 * @param hour when the hour of the clock began
 * @param coreMicros microseconds of cores: two cores for a second are two million
 * @param acceleratorMicros the same of accelerators
 */
public record JobUse(Instant hour, UUID jobId, long coreMicros, long acceleratorMicros) {}
