package org.computility.settlement.computing.budget;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.jobs.JobCosting;
import org.computility.jobs.NewJob;
import org.computility.settlement.Money;
import org.computility.settlement.computing.costs.SpecPriceView;
import org.computility.settlement.computing.costs.SpecPrices;
import org.computility.settlement.rating.Rating;
import org.computility.shared.PaymentDue;

/**
 * Whether a job may come in: its organisation's balance does for a first minute, or for as long as balances are looked ahead for,
 * where that is longer: else the job would be stopped as soon as it runs. Its budget is kept.
 */
@ApplicationScoped
public class JobAdmission implements JobCosting {

    private static final long MINUTE = 60;

    @Inject
    JobBudgets budgets;

    @EJB
    SpecPrices prices;

    @EJB
    CenterDirectory centers;

    @EJB
    Rating rating;

    /** That the balance does for. */
    long firstSeconds = MINUTE;

    @PostConstruct
    void configure() {
        firstSeconds = Math.max(MINUTE, BudgetKeeping.aheadSeconds());
    }

    /**
     * PaymentDue {@code balance-short} where the balance does not do for what the organisation owes and for the job's first
     * seconds, and a call where it serves; a job that can only run at the organisation's own centers costs nothing. Rejected
     * {@code member-invalid}, {@code member-out-of-range} for a budget that is none.
     */
    @Override
    public void admit(UUID jobId, UUID organisationId, NewJob job) {
        Optional<SpecPriceView> ofSecond = prices.now(job.spec().id());
        Optional<SpecPriceView> ofCall = prices.ofCallNow(job.spec().id());
        String currency = ofSecond.or(() -> ofCall).map(SpecPriceView::currency).orElse(Money.CNY);
        if (job.budget() != null) {
            budgets.session().insert(JobBudget.of(jobId, job.budget(), currency));
        }
        BigDecimal first =
                amount(ofSecond, firstSeconds * job.nodes()).add(amount(ofCall, job.service() == null ? 0 : 1));
        if (first.signum() > 0 && mayRunElsewhere(job, organisationId)) {
            requireCovered(organisationId, first, currency);
        }
    }

    private static BigDecimal amount(Optional<SpecPriceView> price, long units) {
        return price.map(it -> it.unitPrice().multiply(BigDecimal.valueOf(units)))
                .orElse(BigDecimal.ZERO);
    }

    private boolean mayRunElsewhere(NewJob job, UUID organisation) {
        if (job.centerIds().isEmpty()) {
            return centers.isAnyOfOthers(organisation);
        }
        return job.centerIds().stream()
                .flatMap(id -> centers.center(id).stream())
                .map(CenterFacts::operatorId)
                .anyMatch(operator -> !organisation.equals(operator));
    }

    private void requireCovered(UUID payer, BigDecimal first, String currency) {
        BigDecimal missing = rating.missing(payer, currency).amount().add(first);
        if (missing.signum() > 0) {
            throw new PaymentDue(
                    "balance-short",
                    "The organisation's prepaid balance does not do for the first " + firstSeconds + " s: "
                            + Money.rounded(missing, currency) + " are missing.");
        }
    }
}
