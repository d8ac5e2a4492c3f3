package org.computility.jobs.online;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** How often a user has called a service. */
@Entity
@Table(name = "service_call")
@IdClass(ServiceCall.Key.class)
class ServiceCall {

    record Key(UUID jobId, UUID userId) implements Serializable {}

    @Id
    @Column
    private UUID jobId;

    @Id
    private UUID userId;

    private long calls;
    private Instant lastAt;

    protected ServiceCall() {}

    JobCallsView.User view() {
        return new JobCallsView.User(userId.toString(), calls, lastAt);
    }
}
