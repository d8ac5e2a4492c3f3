package org.computility.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A call that a server has begun and not yet answered. */
@Entity
@Immutable
@Table(name = "audit_begun")
class BegunCall {

    @Id
    private UUID call;

    @Column
    private UUID server;

    private Instant at;
    private String account;
    private UUID organisationId;
    private String action;
    private String target;
    private String source;
    private String requestId;

    protected BegunCall() {}

    /** The call as it is recorded when its server will never answer it. */
    AuditedCall unanswered() {
        AuditEntry entry =
                new AuditEntry(account, organisationId, action, target, source, AuditEntry.NO_ANSWER, requestId);
        return new AuditedCall(call, at, entry);
    }
}
