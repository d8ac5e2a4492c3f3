package org.computility.settlement.computing.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** What a job may cost. */
@Entity
@Table(name = "job_budget")
class JobBudget {

    @Id
    @Column
    private UUID jobId;

    @Column
    private BigDecimal amount;

    @Column
    private String currency;

    protected JobBudget() {}

    /** Rejected {@code member-invalid} for what is not above zero. */
    static JobBudget of(UUID job, Money money) {
        if (!money.isPositive()) {
            throw new Rejected("member-invalid", new Member("budget"), "{member} is above zero.");
        }
        JobBudget budget = new JobBudget();
        budget.jobId = job;
        budget.amount = money.amount();
        budget.currency = money.currency();
        return budget;
    }
}
