package org.computility.settlement.computing.budget;

import java.util.UUID;

/**
 * A job that nobody pays for any more.
 *
 * @param why for its user
 */
public record UnpaidJob(UUID jobId, String why) {}
