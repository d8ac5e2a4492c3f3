package org.computility.settlement.computing.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.computility.jobs.ServiceCalled;
import org.computility.jobs.TaskRan;
import org.computility.jobs.register.JobEnding;
import org.computility.settlement.computing.ComputingJobs;
import org.junit.jupiter.api.Test;

class BudgetKeepingTest {

    private static final Instant PRICED = Instant.parse("2026-11-10T00:00:00Z");
    private static final Instant START = Instant.parse("2026-11-10T08:00:00Z");

    private final ComputingJobs jobs = new ComputingJobs(PRICED);
    private final UUID payer = UUID.randomUUID();
    private final UUID job = UUID.randomUUID();
    private final UUID task = UUID.randomUUID();
    private final String spec = jobs.price("spec", "0.10");
    private final Map<UUID, String> stopped = new HashMap<>();
    private final BudgetKeeping keeping = new BudgetKeeping();

    BudgetKeepingTest() {
        keeping.budgets = new JobBudgets_(jobs.session);
        keeping.rating = jobs.rating;
        keeping.clock = jobs.clock;
        keeping.jobs = new JobEnding() {
            @Override
            public boolean stop(UUID jobId, String why) {
                return stopped.put(jobId, why) == null;
            }
        };
    }

    @Test
    void aJobIsStoppedShortlyBeforeItsBudgetIsUsed() {
        jobs.books.deposit(payer, "1000");
        budget("20");

        ran(100, false);
        keep();
        assertThat(stopped).isEmpty();
        ran(189, false);
        keep();
        assertThat(stopped).isEmpty();
        ran(190, false);
        keep();
        assertThat(stopped).containsEntry(job, "its budget of 20.00 CNY is used up");
    }

    @Test
    void whatIsChargedAlreadyCountsToo() {
        jobs.books.deposit(payer, "1000");
        budget("20");
        ran(150, false);
        jobs.charge();
        keep();
        assertThat(stopped).isEmpty();

        ran(190, false);
        keep();

        assertThat(stopped).containsOnlyKeys(job);
    }

    @Test
    void callsThatAreChargedCountToo() {
        jobs.books.deposit(payer, "1000");
        jobs.priceCalls(spec, "1");
        budget("20");
        ran(60, false);
        called(spec, 12);
        keep();
        assertThat(stopped).isEmpty();

        ran(125, false);
        jobs.charge();
        keep();

        assertThat(stopped).containsEntry(job, "its budget of 20.00 CNY is used up");
    }

    @Test
    void nobodyIsCalledOnCredit() {
        String free = "spec-" + UUID.randomUUID();
        jobs.priceCalls(free, "1");
        jobs.books.deposit(payer, "5");
        jobs.at(START.plusSeconds(100));
        jobs.tell(new TaskRan(
                task, job, 1, "center", free, 1, UUID.randomUUID(), payer, START, START.plusSeconds(100), false));
        called(free, 5);
        jobs.at(START.plusSeconds(165));
        jobs.charge();
        keep();
        assertThat(stopped).as("all is paid").isEmpty();

        called(free, 1);
        jobs.at(START.plusSeconds(230));
        jobs.charge();
        keep();

        assertThat(stopped).containsEntry(job, "the prepaid balance of its organisation is used up");
    }

    @Test
    void aServiceWhoseCallsCostNothingRunsOnWithoutABalance() {
        String free = "spec-" + UUID.randomUUID();
        UUID service = UUID.randomUUID();
        jobs.priceCalls(free, "0");
        jobs.at(START);
        jobs.tell(new ServiceCalled(service, "center", free, UUID.randomUUID(), payer, 3, START));
        served(service, free);
        ran(100, false);
        jobs.charge();

        keep();

        assertThat(stopped).containsOnlyKeys(job);
    }

    @Test
    void aServiceThatCostsNothingNowIsLeftAloneWhateverIsOwed() {
        String once = "spec-" + UUID.randomUUID();
        UUID service = UUID.randomUUID();
        jobs.at(START);
        jobs.priceCalls(once, "1");
        jobs.tell(new ServiceCalled(service, "center", once, UUID.randomUUID(), payer, 3, START));
        jobs.at(START.plusSeconds(60));
        jobs.priceCalls(once, "0");
        jobs.at(START.plusSeconds(100));
        served(service, once);
        ran(100, false);
        jobs.charge();

        keep();

        assertThat(stopped).containsOnlyKeys(job);
    }

    private void served(UUID service, String ofSpec) {
        UUID user = UUID.randomUUID();
        Instant until = START.plusSeconds(100);
        jobs.tell(new TaskRan(UUID.randomUUID(), service, 1, "center", ofSpec, 1, user, payer, START, until, false));
    }

    private void called(String ofSpec, long calls) {
        jobs.tell(new ServiceCalled(job, "center", ofSpec, UUID.randomUUID(), payer, calls, jobs.clock.instant()));
    }

    @Test
    void nobodyRunsOnCredit() {
        jobs.books.deposit(payer, "20");

        ran(180, false);
        jobs.charge();
        keep();
        assertThat(stopped).isEmpty();
        ran(191, false);
        keep();

        assertThat(stopped).containsEntry(job, "the prepaid balance of its organisation is used up");
        assertThat(jobs.prepaid(payer)).isEqualTo("2.00");
    }

    @Test
    void whoHasToldNothingForLongIsNotTakenToRun() {
        jobs.books.deposit(payer, "100");
        budget("50");
        ran(100, false);
        jobs.at(START.plusSeconds(100_000));

        keep();

        assertThat(stopped).isEmpty();
    }

    @Test
    void whatHasEndedIsNotStopped() {
        budget("1");

        ran(1000, true);
        keep();

        assertThat(stopped).isEmpty();
    }

    private void budget(String amount) {
        jobs.commit(() -> keeping.budgets.session().insert(JobBudget.of(job, new BigDecimal(amount), "CNY")));
    }

    private void ran(long seconds, boolean last) {
        jobs.at(START.plusSeconds(seconds));
        jobs.tell(new TaskRan(
                task, job, 1, "center", spec, 1, UUID.randomUUID(), payer, START, START.plusSeconds(seconds), last));
    }

    private void keep() {
        jobs.commit(() -> {
            keeping.overdrawn().forEach(keeping::stop);
            return null;
        });
    }
}
