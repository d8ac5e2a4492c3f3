package org.computility.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A process that may have calls running, and when it last said that it lives. */
@Entity
@Immutable
@Table(name = "audit_server")
class LivingServer {

    @Id
    private UUID server;

    @Column
    private Instant seenAt;

    protected LivingServer() {}
}
