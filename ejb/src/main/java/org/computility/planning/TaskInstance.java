package org.computility.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.computility.planning.dispatch.InstanceState;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One camera, or the like, that a plan analyses. */
@Entity
@Table(name = "task_instance")
class TaskInstance {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column
    private long number;

    @Column
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Plan plan;

    @Column
    private UUID organisationId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column
    private String taskInfo;

    @Column
    private String algoDefCode;

    @Column
    private String deviceId;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column
    private int priority;

    @Column
    private UUID pinnedService;

    @Enumerated(EnumType.STRING)
    @Column
    private InstanceState state;

    @Column
    private String message;

    @Column
    private boolean wanted;

    @Column
    private UUID serviceId;

    @Column
    private String computeCode;

    @Column
    private int attempts;

    @Column
    private Instant retryAt;

    @Column
    private Instant nodeStartedAt;

    @Column
    private Instant staleUntil;

    @Column
    private Instant createdAt;

    @Column
    private Instant changedAt;

    protected TaskInstance() {}

    Plan plan() {
        return plan;
    }
}
