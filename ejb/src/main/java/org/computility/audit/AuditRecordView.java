package org.computility.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * A record as auditors see it.
 *
 * @param outcome the HTTP status answered, or {@link AuditEntry#NO_ANSWER}
 * @param hash hexadecimal SHA-256 over the record before and this one
 */
public record AuditRecordView(
        long id,
        Instant at,
        String account,
        UUID organisationId,
        String action,
        String target,
        String source,
        int outcome,
        String requestId,
        String hash) {}
