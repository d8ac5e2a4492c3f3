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

    private static final Member MEMBER = new Member("config.budget");

    @Id
    @Column
    private UUID jobId;

    @Column
    private BigDecimal amount;

    @Column
    private String currency;

    /** What calls of it have cost; charging adds to it. */
    @Column
    private BigDecimal callsAmount = BigDecimal.ZERO;

    protected JobBudget() {}

    /**
     * What a job may cost.
     *
     * @throws Rejected {@code member-out-of-range} for what is not above zero, {@code member-invalid} for what is no money
     */
    static JobBudget of(UUID job, BigDecimal amount, String currency) {
        if (amount.signum() <= 0) {
            throw new Rejected("member-out-of-range", MEMBER, "{member} is above zero.");
        }
        Money money;
        try {
            money = new Money(amount, currency);
        } catch (Rejected e) {
            // The member is called otherwise here.
            throw new Rejected(e.code(), MEMBER, e.message(name -> "{member}"));
        }
        JobBudget budget = new JobBudget();
        budget.jobId = job;
        budget.amount = money.amount();
        budget.currency = money.currency();
        return budget;
    }
}
