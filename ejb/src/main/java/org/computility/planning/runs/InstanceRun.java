package org.computility.planning.runs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One run of one instance. Dispatch opens and ends a thousand at once, so nobody changes one by itself. */
@Entity
@Immutable
@Table(name = "instance_run")
class InstanceRun {

    @Id
    private long id;

    @Column
    private long planId;

    private UUID instanceId;
    private Integer round;
    private UUID serviceId;
    private String computeCode;
    private Instant startedAt;
    private Instant endedAt;
    private String outcome;
    private String message;

    protected InstanceRun() {}

    InstanceRunView view() {
        return new InstanceRunView(id, instanceId, round, serviceId, computeCode, startedAt, endedAt, outcome, message);
    }
}
