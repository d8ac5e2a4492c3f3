package org.computility.operations.declared;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** When the clock starts a job next. It changes by single statements: each of several servers may be the one that starts. */
@Entity
@Immutable
@Table(name = "job_schedule")
class JobSchedule {

    @Id
    @Column
    private String jobName;

    @Column
    private String schedule;

    @Column
    private Instant nextAt;

    protected JobSchedule() {}

    Instant nextAt() {
        return nextAt;
    }
}
