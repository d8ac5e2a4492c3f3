package org.computility.reporting.reports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A state that does not count between two points: its center is merged, and another report tells that month. Read as a condition only. */
@Entity
@Immutable
@Table(name = "report_outranked")
class OutrankedReport {

    @Id
    @Column
    private long knownOn;

    @Column
    private int centerId;

    @Column
    private LocalDate month;

    @Column
    private long fromPoint;

    /** Null: until now. */
    @Column
    private Long untilPoint;

    protected OutrankedReport() {}
}
