package org.computility.jobs;

import java.time.Instant;
import java.util.UUID;

/**
 * So many more calls of a service were taken by its replicas. Told in the transaction that writes the same down: an observer that writes in
 * that transaction keeps each call that is written down, once.
 *
 * @param centerId of the replica whose turn it was; another one may have taken the call
 * @param userId whose service it is, whoever called
 * @param at when they were written down, within a second or two of the calls
 */
public record ServiceCalled(
        UUID jobId, String centerId, String specId, UUID userId, UUID organisationId, long calls, Instant at) {}
