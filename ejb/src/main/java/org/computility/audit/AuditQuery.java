package org.computility.audit;

import java.time.Instant;

/**
 * Which records to list; null asks for any.
 *
 * @param from the earliest, included
 * @param to the latest, excluded
 * @param action part of an action, in any case
 * @param outcome an HTTP status
 */
public record AuditQuery(Instant from, Instant to, String account, String action, Integer outcome, String requestId) {}
