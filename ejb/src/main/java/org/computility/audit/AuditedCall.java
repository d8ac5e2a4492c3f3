package org.computility.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * A call, before it has changed anything or after it was answered.
 *
 * @param call by which its beginning and its end find each other; null when it was refused before it could begin
 */
record AuditedCall(UUID call, Instant at, AuditEntry entry) {}
