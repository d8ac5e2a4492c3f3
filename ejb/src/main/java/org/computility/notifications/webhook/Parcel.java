package org.computility.notifications.webhook;

import java.util.Map;
import java.util.UUID;

/** One notification on its way: who may send it, where, and what. */
public record Parcel(
        UUID organisationId, UUID claim, long number, String url, Map<String, String> headers, String body) {}
