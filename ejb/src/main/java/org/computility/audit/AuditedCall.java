package org.computility.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * A call, before it has changed anything or after it was answered.
 *
 * @param call the ID that joins beginning and end; null when the call was refused before it could begin
 */
record AuditedCall(UUID call, Instant at, AuditEntry entry) {}
