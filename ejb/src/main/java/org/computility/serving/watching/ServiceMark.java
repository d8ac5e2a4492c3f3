package org.computility.serving.watching;

import java.util.UUID;

/** A number that changes when an organisation's services come or go. */
public record ServiceMark(UUID organisationId, Long mark) {}
