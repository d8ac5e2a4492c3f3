package org.computility.serving.watching;

import java.util.UUID;

/** A number that is another one once an organisation's services are others. */
public record ServiceMark(UUID organisationId, Long mark) {}
