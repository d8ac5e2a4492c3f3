package org.computility.settlement.computing.costs;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.jobs.register.JobRegister;
import org.computility.settlement.Money;
import org.computility.shared.Member;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;

/** What jobs cost, for their readers: whoever sees a job sees its cost. */
@Stateless
public class JobCosts {

    private static final int MOST_SUMS = 10_000;

    @Inject
    CostedSeconds costs;

    @EJB
    SpecPrices prices;

    @EJB
    JobRegister jobs;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * What a job would cost. NotFound {@code spec-unknown}; Rejected {@code member-invalid} where it is more than money can be.
     */
    public EstimateView estimate(String specId, int nodeCount, long seconds) {
        prices.prices(specId);
        Optional<SpecPriceView> price = prices.now(specId);
        BigDecimal unitPrice = price.map(SpecPriceView::unitPrice).orElse(BigDecimal.ZERO);
        String currency = price.map(SpecPriceView::currency).orElse(Money.CNY);
        BigDecimal amount = unitPrice.multiply(BigDecimal.valueOf(nodeCount)).multiply(BigDecimal.valueOf(seconds));
        return new EstimateView(
                specId,
                nodeCount,
                seconds,
                unitPrice,
                currency,
                Money.rounded(amount, currency).amount());
    }

    /** NotFound {@code job-unknown}. */
    public JobCostView job(String id) {
        UUID job = seen(id);
        CostedSeconds.Charged charged = costs.charged(job);
        CostedSeconds.Unpaid unpaid = costs.unpaid(job, 0, clock.instant());
        String currency = charged.nodeSeconds() + charged.calls() > 0 ? charged.currency() : unpaid.currency();
        return new JobCostView(
                job,
                charged.nodeSeconds() + unpaid.nodeSeconds(),
                charged.calls(),
                currency,
                Money.rounded(charged.amount(), currency).amount(),
                Money.rounded(unpaid.amount(), currency).amount(),
                costs.budget(job));
    }

    /** What was charged for a job, piece by piece; NotFound {@code job-unknown}. */
    public Page<JobCostItemView> items(String id, PageRequest page) {
        UUID job = seen(id);
        return new Page<>(costs.items(job, page.size(), page.offset()), costs.total(job), page);
    }

    /**
     * Sums of what jobs have cost: operators and auditors see what their organisation pays or earns by, others their own jobs,
     * administrators all. Rejected {@code period-reversed}.
     */
    public List<CostSumView> sums(CostSearch search) {
        if (search.to().isBefore(search.from())) {
            throw new Rejected("period-reversed", new Member("from"), "{member} is not behind to.");
        }
        Caller reader = caller.require(Role.READERS);
        UUID user = reader.isOneOf(Role.WATCHERS) ? null : reader.accountId();
        return costs.sums(
                search.by().name(), search.from().toString(), search.to().toString(), reader.scope(), user, MOST_SUMS);
    }

    private UUID seen(String id) {
        return UUID.fromString(jobs.story(id, null).job().id());
    }
}
