package org.computility.reporting.reports;

import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;

/** The rows of {@code closed_month}. Whoever writes one has the lock of the report. */
interface ClosedMonths {

    StatelessSession session();

    @HQL("where centerId = :centerId and firstDay = :firstDay")
    Optional<ClosedMonth> find(int centerId, LocalDate firstDay);
}
