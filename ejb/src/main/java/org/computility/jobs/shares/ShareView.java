package org.computility.jobs.shares;

import java.time.Instant;
import java.util.UUID;

/**
 * An organisation's share.
 *
 * @param weight with 2 it is due twice as much as with 1
 * @param quota null: none
 */
public record ShareView(UUID organisationId, int weight, Quota quota, Instant changedAt) {}
