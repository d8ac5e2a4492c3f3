package org.computility.operations.execution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.computility.operations.RunStatus;
import org.hibernate.annotations.Immutable;

/** What a batch engine did for an attempt at a run. */
@Entity
@Immutable
@IdClass(RunExecution.Key.class)
@Table(name = "job_run_execution")
class RunExecution {

    @Id
    private long runId;

    @Id
    private int attempt;

    @Column
    private String engine;

    @Column
    private long executionId;

    @Column
    private String server;

    @Column
    @Enumerated(EnumType.STRING)
    private RunStatus status;

    @Column
    private Instant startedAt;

    @Column
    private Instant endedAt;

    protected RunExecution() {}

    /** Which attempt at which run. */
    record Key(long runId, int attempt) {}
}
