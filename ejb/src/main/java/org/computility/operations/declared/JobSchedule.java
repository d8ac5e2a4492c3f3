package org.computility.operations.declared;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** When the clock starts a job next. Single statements change it, since any of several servers may start the job. */
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
