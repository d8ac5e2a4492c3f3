package org.computility.compute.monitoring;

import java.util.UUID;

/**
 * A number that is another one once an organisation's nodes are others, or one of them has told figures for the first time.
 *
 * @param organisationId null stands for the platform itself
 */
public record NodeMark(UUID organisationId, Long mark) {}
