package org.computility.compute.monitoring;

import java.util.UUID;

/**
 * A number that changes when certain nodes of an organisation come or go.
 *
 * @param organisationId null stands for the platform itself
 */
public record NodeMark(UUID organisationId, Long mark) {}
