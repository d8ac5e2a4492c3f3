package org.computility.planning.periodic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** When a periodic plan may run: the part of the plan's row that its windows need. */
@Entity
@Immutable
@Table(name = "task_plan")
class Timetable {

    @Id
    private long id;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> planDayTime;

    @Column
    private Instant nextChangeAt;

    protected Timetable() {}

    long id() {
        return id;
    }

    boolean isOpen(Instant at, ZoneId zone) {
        return windows(zone).isOpen(at);
    }

    /** Null: it never opens or closes again. */
    Instant changesAfter(Instant at, ZoneId zone) {
        return windows(zone).nextChange(at).orElse(null);
    }

    private Windows windows(ZoneId zone) {
        return Windows.of(planDayTime, zone);
    }
}
