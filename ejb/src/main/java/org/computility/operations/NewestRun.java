package org.computility.operations;

import java.util.UUID;

/** The newest run of an organisation; null stands for the platform itself. */
public record NewestRun(UUID organisationId, Long runId) {}
