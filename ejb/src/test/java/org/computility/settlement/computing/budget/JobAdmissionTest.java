package org.computility.settlement.computing.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.centers.SpecFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobService;
import org.computility.jobs.NewJob;
import org.computility.settlement.computing.ComputingJobs;
import org.computility.settlement.computing.costs.SpecPriceView;
import org.computility.settlement.computing.costs.SpecPrices;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.PaymentDue;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;

class JobAdmissionTest {

    private static final Instant NOW = Instant.parse("2026-11-10T00:00:00Z");
    private static final UUID OTHER = UUID.randomUUID();

    private final ComputingJobs jobs = new ComputingJobs(NOW);
    private final UUID payer = UUID.randomUUID();
    private final JobAdmission admission = new JobAdmission();
    private SpecPriceView price;
    private SpecPriceView callPrice;

    JobAdmissionTest() {
        admission.budgets = new JobBudgets_(jobs.session);
        admission.rating = jobs.rating;
        admission.centers = new CenterDirectory() {
            @Override
            public Optional<CenterFacts> center(String id) {
                return Optional.of(run(id, id.equals("own") ? payer : OTHER));
            }

            @Override
            public boolean isAnyOfOthers(UUID organisationId) {
                return !OTHER.equals(organisationId);
            }
        };
        admission.prices = new SpecPrices() {
            @Override
            public Optional<SpecPriceView> now(String specId) {
                return Optional.ofNullable(price);
            }

            @Override
            public Optional<SpecPriceView> ofCallNow(String specId) {
                return Optional.ofNullable(callPrice);
            }
        };
        price("0.10");
    }

    @Test
    void theFirstMinuteOfAllNodesIsCovered() {
        jobs.books.deposit(payer, "11.99");
        assertThatExceptionOfType(PaymentDue.class)
                .isThrownBy(() -> admit(2, null))
                .withMessageContaining("0.01 CNY");

        jobs.books.deposit(payer, "0.01");
        admit(2, null);
    }

    @Test
    void aLongGraceIsCoveredToo() {
        admission.firstSeconds = 3610;
        jobs.books.deposit(payer, "360.99");
        assertThatExceptionOfType(PaymentDue.class)
                .isThrownBy(() -> admit(1, null))
                .withMessageContaining("the first 3610 s: 0.01 CNY");
    }

    @Test
    void theOwnCentersCostNothing() {
        admit(100, null, "own");
        assertThatExceptionOfType(PaymentDue.class).isThrownBy(() -> admit(1, null, "other"));
        assertThatExceptionOfType(PaymentDue.class).isThrownBy(() -> admit(1, null, "own", "other"));
    }

    @Test
    void whatHasNoPriceCostsNothing() {
        price = null;
        admit(1, null);
        price("0");
        admit(1, null);
    }

    @Test
    void whoOwesSomethingStartsNoServiceThatCostsOnlyByTheCall() {
        price = null;
        callPrice = price(UsageUnit.CALL, "0.50", "CNY");
        admit(1, null);
        assertThatExceptionOfType(PaymentDue.class)
                .isThrownBy(() -> admit(service(1)))
                .withMessageContaining("0.50 CNY");
        admit(service(1, "own"));

        jobs.books.deposit(payer, "0.50");

        admit(service(100));
    }

    @Test
    void aServiceIsCoveredForItsFirstMinuteAndACall() {
        callPrice = price(UsageUnit.CALL, "1", "CNY");
        jobs.books.deposit(payer, "6.99");
        assertThatExceptionOfType(PaymentDue.class).isThrownBy(() -> admit(service(1)));

        jobs.books.deposit(payer, "0.01");

        admit(service(1));
    }

    @Test
    void aBudgetIsMoneyAboveZero() {
        jobs.books.deposit(payer, "100");
        for (String budget : List.of("0", "-1", "0.001")) {
            assertThatExceptionOfType(Rejected.class).isThrownBy(() -> admit(1, new BigDecimal(budget)));
        }
        assertThat(jobs.books.count("job_budget")).isZero();

        admit(1, new BigDecimal("12.5"));

        assertThat(jobs.books.count("job_budget")).isOne();
    }

    @Test
    void aBudgetIsInTheCurrencyOfSecondsElseOfCallsElseInYuan() {
        jobs.books.deposit(payer, "100");
        callPrice = price(UsageUnit.CALL, "1", "USD");
        admit(1, BigDecimal.TEN);
        price = null;
        admit(1, BigDecimal.TEN);
        callPrice = null;
        admit(1, BigDecimal.TEN);

        assertThat(jobs.session
                        .createNativeQuery("select currency from job_budget order by currency", String.class)
                        .getResultList())
                .containsExactly("CNY", "CNY", "USD");
    }

    private void price(String unitPrice) {
        price = price(UsageUnit.SECOND, unitPrice, "CNY");
    }

    private static SpecPriceView price(UsageUnit unit, String unitPrice, String currency) {
        return new SpecPriceView(UUID.randomUUID(), "spec", unit, new BigDecimal(unitPrice), currency, NOW, null);
    }

    private void admit(int nodes, BigDecimal budget, String... centers) {
        admit(job(nodes, budget, centers));
    }

    private void admit(NewJob job) {
        jobs.commit(() -> {
            admission.admit(UUID.randomUUID(), payer, job);
            return null;
        });
    }

    private static NewJob service(int nodes, String... centers) {
        return job(nodes, null, centers).serving(new JobService(9000, "/"), 600);
    }

    private static NewJob job(int nodes, BigDecimal budget, String... centers) {
        SpecFacts spec = new SpecFacts("spec", "spec", "X86", 1, 1L << 30, null);
        return new NewJob(
                JobKind.TRAINING,
                "job",
                "",
                spec,
                List.of(centers),
                nodes,
                null,
                null,
                null,
                "true",
                List.of(),
                60,
                5,
                budget);
    }

    private static CenterFacts run(String id, UUID operator) {
        return new CenterFacts(id, id, operator, true, null, NOW, null);
    }
}
