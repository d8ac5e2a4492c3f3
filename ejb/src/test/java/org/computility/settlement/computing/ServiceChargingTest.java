package org.computility.settlement.computing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.computility.jobs.ServiceCalled;
import org.junit.jupiter.api.Test;

class ServiceChargingTest {

    private static final Instant PRICED = Instant.parse("2026-11-10T00:00:00Z");
    private static final Instant MINUTE = Instant.parse("2026-11-10T08:00:00Z");

    private static final ComputingJobs JOBS = new ComputingJobs(PRICED);

    private final UUID user = UUID.randomUUID();
    private final UUID payer = UUID.randomUUID();
    private final UUID job = UUID.randomUUID();
    private final String spec = "spec-" + UUID.randomUUID();

    ServiceChargingTest() {
        JOBS.at(PRICED);
    }

    @Test
    void eachCallIsPaidOnceWhenItsMinuteIsOver() {
        JOBS.priceCalls(spec, "0.50");
        JOBS.books.deposit(payer, "100");
        for (int second = 0; second < 60; second++) {
            call(MINUTE.plusSeconds(second), 2);
        }
        JOBS.at(MINUTE.plusSeconds(59));
        JOBS.charge();
        assertThat(JOBS.chargedCalls(job)).isZero();

        JOBS.at(MINUTE.plusSeconds(60));
        JOBS.charge();
        JOBS.charge();

        assertThat(JOBS.chargedCalls(job)).isEqualTo(120);
        assertThat(JOBS.prepaid(payer)).isEqualTo("40.00");
    }

    @Test
    void callsThatAreWrittenDownLateArePaidToo() {
        JOBS.priceCalls(spec, "1");
        JOBS.books.deposit(payer, "100");
        call(MINUTE, 3);
        JOBS.at(MINUTE.plusSeconds(90));
        JOBS.charge();
        // By a server whose clock is behind.
        call(MINUTE.plusSeconds(59), 4);
        JOBS.charge();

        assertThat(JOBS.chargedCalls(job)).isEqualTo(7);
        assertThat(JOBS.prepaid(payer)).isEqualTo("93.00");
    }

    @Test
    void whatIsNotCommittedIsChargedAgainAndWhatIsIsNot() {
        JOBS.priceCalls(spec, "1");
        JOBS.books.deposit(payer, "100");
        call(MINUTE, 5);
        JOBS.at(MINUTE.plusSeconds(60));

        assertThatThrownBy(JOBS::chargeAndDie).hasMessageContaining("killed");
        assertThat(JOBS.chargedCalls(job)).isZero();
        JOBS.charge();
        JOBS.charge();

        assertThat(JOBS.prepaid(payer)).isEqualTo("95.00");
    }

    @Test
    void serversThatWriteAndChargeAtOnceLoseAndDoubleNothing() throws Exception {
        JOBS.priceCalls(spec, "0.01");
        JOBS.books.deposit(payer, "100");
        JOBS.at(MINUTE.plusSeconds(3600));
        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> works = new ArrayList<>();
            for (int server = 0; server < 4; server++) {
                works.add(servers.submit(() -> {
                    for (int minute = 0; minute < 20; minute++) {
                        call(MINUTE.plusSeconds(60L * minute), 3);
                        JOBS.charge();
                    }
                }));
            }
            for (Future<?> work : works) {
                work.get();
            }
        } finally {
            servers.shutdown();
        }
        JOBS.charge();

        assertThat(JOBS.chargedCalls(job)).isEqualTo(4 * 20 * 3);
        assertThat(JOBS.prepaid(payer)).isEqualTo("97.60");
    }

    @Test
    void aCallCostsWhatWasValidWhenItsMinuteBegan() {
        JOBS.priceCalls(spec, "1");
        JOBS.books.deposit(payer, "100");
        JOBS.at(MINUTE.plusSeconds(30));
        JOBS.priceCalls(spec, "2");

        call(MINUTE.plusSeconds(45), 10);
        call(MINUTE.plusSeconds(60), 10);
        JOBS.at(MINUTE.plusSeconds(120));
        JOBS.charge();

        assertThat(JOBS.prepaid(payer)).isEqualTo("70.00");
    }

    @Test
    void whatHasNoPriceAndWhatIsTheOwnCostsNothingAndIsCounted() {
        JOBS.price(spec, "5");
        JOBS.books.deposit(payer, "10");
        call(MINUTE, 3);
        UUID own = UUID.randomUUID();
        String priced = "spec-" + UUID.randomUUID();
        JOBS.priceCalls(priced, "5");
        JOBS.tell(new ServiceCalled(own, "center", priced, user, ComputingJobs.OPERATOR, 4, MINUTE));
        JOBS.at(MINUTE.plusSeconds(60));
        JOBS.charge();

        assertThat(JOBS.chargedCalls(job)).isEqualTo(3);
        assertThat(JOBS.chargedCalls(own)).isEqualTo(4);
        assertThat(JOBS.prepaid(payer)).isEqualTo("10.00");
        assertThat(JOBS.prepaid(ComputingJobs.OPERATOR)).isEqualTo("0.00");
    }

    private void call(Instant at, long calls) {
        JOBS.tell(new ServiceCalled(job, "center", spec, user, payer, calls, at));
    }
}
