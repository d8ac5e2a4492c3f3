package org.computility.federation.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The last comparison with a platform above. */
@Entity
@Table(name = "book_comparison")
class BookComparison {

    @Id
    private int upperId;

    private Instant comparedAt;
    private int months;
    private int reports;
    private int waiting;

    @Column
    private int differences;

    protected BookComparison() {}

    static BookComparison of(int upperId, int months, int reports, int waiting, int differences, Instant now) {
        BookComparison comparison = new BookComparison();
        comparison.upperId = upperId;
        comparison.comparedAt = now;
        comparison.months = months;
        comparison.reports = reports;
        comparison.waiting = waiting;
        comparison.differences = differences;
        return comparison;
    }

    ComparisonSummary summary() {
        return new ComparisonSummary(comparedAt, months, reports, waiting, differences == 0);
    }
}
