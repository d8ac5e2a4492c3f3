package org.computility.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.computility.shared.Conflict;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A batch run, as it was read. It changes by single statements only ({@link Runs} and the parts of the room that execute and
 * adopt runs): jobs, heartbeats and people of several servers change it at the same time, and the database's clock counts.
 * {@link RunStatus} names what may follow what; tests hold each statement against it.
 */
@Entity
@Immutable
@Table(name = "job_run")
class Run {

    @Id
    private Long id;

    private String jobName;

    @Convert(converter = ParametersColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> parameters;

    @Enumerated(EnumType.STRING)
    private RunStatus status;

    private double progressPercent;

    @Convert(converter = ProgressFactsColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Long> progressFacts;

    private String exitMessage;
    private UUID organisationId;
    private int attempt;
    private String server;

    @Column
    private Instant leaseUntil;

    private Instant createdAt;
    private Instant startedAt;
    private Instant endedAt;
    private Instant updatedAt;

    protected Run() {}

    /** Why asking the run to stop changed nothing: conflict {@code run-not-running}, unless it is to stop already. */
    void refuseStopUnlessAskedBefore() {
        if (status != RunStatus.STOPPING) {
            throw new Conflict("run-not-running", "Run " + id + " is " + status + " and cannot be stopped.");
        }
    }

    /** Conflict {@code run-not-restartable}: it is not stopped or failed, or was restarted by somebody else just now. */
    Conflict refusedRestart() {
        return new Conflict("run-not-restartable", "Run " + id + " is " + status + " and cannot be restarted.");
    }

    StopWanted stopping() {
        return new StopWanted(id, attempt);
    }

    RunRestarting restarting() {
        return new RunRestarting(id, jobName, parameters);
    }

    RunView view() {
        return new RunView(
                id,
                jobName,
                parameters,
                status,
                progressPercent,
                progressFacts,
                exitMessage,
                organisationId,
                attempt,
                server,
                createdAt,
                startedAt,
                endedAt,
                updatedAt);
    }
}
