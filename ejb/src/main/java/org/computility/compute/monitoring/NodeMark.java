package org.computility.compute.monitoring;

import java.util.UUID;

/**
 * A number that is another one once certain nodes of an organisation are others.
 *
 * @param organisationId null stands for the platform itself
 */
public record NodeMark(UUID organisationId, Long mark) {}
