package org.computility.settlement.computing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.computility.jobs.TaskRan;
import org.junit.jupiter.api.Test;

class JobMeteringTest {

    private static final Instant PRICED = Instant.parse("2026-11-10T00:00:00Z");
    private static final Instant START = Instant.parse("2026-11-10T08:00:00.250Z");

    private static final ComputingJobs JOBS = new ComputingJobs(PRICED);

    private final UUID user = UUID.randomUUID();
    private final UUID payer = UUID.randomUUID();
    private final UUID job = UUID.randomUUID();
    private final UUID task = UUID.randomUUID();
    private final String spec = "spec-" + UUID.randomUUID();

    JobMeteringTest() {
        JOBS.at(PRICED);
    }

    @Test
    void eachSecondIsPaidOnce() {
        JOBS.price(spec, "0.01");
        JOBS.books.deposit(payer, "100");
        JOBS.at(START.plusSeconds(4000));

        for (int told = 1; told <= 40; told++) {
            JOBS.tell(ran(told * 100, told == 40));
            JOBS.tell(ran(told * 100, told == 40));
            JOBS.charge();
        }

        assertThat(JOBS.charged(job)).isEqualTo(4000);
        assertThat(JOBS.prepaid(payer)).isEqualTo("60.00");
    }

    @Test
    void whatRunsIsChargedByTheMinuteAndWhatEndedAtOnce() {
        JOBS.price(spec, "1");
        JOBS.at(START.plusSeconds(100));

        JOBS.tell(ran(59, false));
        JOBS.charge();
        assertThat(JOBS.charged(job)).isZero();
        JOBS.tell(ran(60, false));
        JOBS.charge();
        assertThat(JOBS.charged(job)).isEqualTo(60);
        JOBS.tell(ran(61, true));
        JOBS.charge();
        assertThat(JOBS.charged(job)).isEqualTo(61);
    }

    @Test
    void newsMayComeTwiceAndOutOfOrder() {
        JOBS.price(spec, "0.01");
        JOBS.at(START.plusSeconds(1000));
        List<Integer> times = new ArrayList<>(List.of(10, 200, 200, 430, 777, 1000, 1000));
        Collections.shuffle(times, new Random(3));

        times.forEach(seconds -> {
            JOBS.tell(ran(seconds, seconds == 1000));
            JOBS.charge();
        });

        assertThat(JOBS.charged(job)).isEqualTo(1000);
    }

    @Test
    void whatIsNotCommittedIsChargedAgainAndWhatIsIsNot() {
        JOBS.price(spec, "0.01");
        JOBS.at(START.plusSeconds(500));
        JOBS.tell(ran(500, true));

        assertThatThrownBy(JOBS::chargeAndDie).hasMessageContaining("killed");
        assertThat(JOBS.charged(job)).isZero();
        JOBS.charge();
        JOBS.charge();

        assertThat(JOBS.charged(job)).isEqualTo(500);
    }

    @Test
    void serversThatChargeAtOnceDoNotChargeTwice() throws Exception {
        JOBS.price(spec, "0.01");
        JOBS.at(START.plusSeconds(1000));
        List<UUID> jobs = new ArrayList<>();
        for (int count = 0; count < 300; count++) {
            UUID one = UUID.randomUUID();
            jobs.add(one);
            JOBS.tell(new TaskRan(
                    UUID.randomUUID(), one, 1, "center", spec, 1, user, payer, START, START.plusSeconds(777), true));
        }

        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> charging = new ArrayList<>();
            for (int server = 0; server < 4; server++) {
                charging.add(servers.submit(JOBS::charge));
            }
            for (Future<?> one : charging) {
                one.get();
            }
        } finally {
            servers.shutdown();
        }
        JOBS.charge();

        assertThat(jobs).allSatisfy(one -> assertThat(JOBS.charged(one)).isEqualTo(777));
    }

    @Test
    void oneThatCannotBeChargedKeepsNoOtherWaiting() {
        JOBS.price(spec, "0.01");
        JOBS.at(START);
        UUID wrong = UUID.randomUUID();
        // Its center's clock is a day ahead.
        Instant ahead = START.plus(Duration.ofDays(1));
        JOBS.tell(new TaskRan(
                UUID.randomUUID(), wrong, 1, "center", spec, 1, user, payer, ahead, ahead.plusSeconds(9), true));
        JOBS.at(START.plusSeconds(50));
        JOBS.tell(ran(50, true));

        JOBS.charge();

        assertThat(JOBS.charged(job)).isEqualTo(50);
        assertThat(JOBS.charged(wrong)).isZero();
        JOBS.at(ahead.plusSeconds(9));
        JOBS.charge();
        assertThat(JOBS.charged(wrong)).isEqualTo(9);
    }

    @Test
    void anotherAttemptIsAnotherTimeToPay() {
        JOBS.price(spec, "1");
        JOBS.at(START.plusSeconds(200));

        JOBS.tell(new TaskRan(task, job, 1, "center", spec, 1, user, payer, START, START.plusSeconds(30), true));
        JOBS.tell(new TaskRan(
                task, job, 2, "other", spec, 1, user, payer, START.plusSeconds(40), START.plusSeconds(99), true));
        JOBS.charge();

        assertThat(JOBS.charged(job)).isEqualTo(30 + 59);
    }

    @Test
    void aPriceThatChangesWhileAJobRunsCountsFromThereOn() {
        JOBS.price(spec, "1");
        JOBS.books.deposit(payer, "1000");
        JOBS.at(START.plusSeconds(100));
        JOBS.price(spec, "2");
        JOBS.at(START.plusSeconds(200));

        JOBS.tell(ran(150, true));
        JOBS.charge();

        assertThat(JOBS.prepaid(payer)).isEqualTo("800.00");
    }

    @Test
    void whatHasNoPriceAndWhatIsTheOwnCostsNothing() {
        JOBS.at(START.plusSeconds(200));
        JOBS.tell(ran(100, true));
        String priced = JOBS.price("spec-" + UUID.randomUUID(), "5");
        UUID own = UUID.randomUUID();
        JOBS.tell(new TaskRan(
                UUID.randomUUID(),
                own,
                1,
                "center",
                priced,
                1,
                user,
                ComputingJobs.OPERATOR,
                START,
                START.plusSeconds(50),
                true));

        JOBS.charge();

        assertThat(JOBS.charged(job)).isEqualTo(100);
        assertThat(JOBS.charged(own)).isEqualTo(50);
        assertThat(JOBS.prepaid(payer)).isEqualTo("0.00");
        assertThat(JOBS.prepaid(ComputingJobs.OPERATOR)).isEqualTo("0.00");
    }

    @Test
    void begunSecondsAreNotCharged() {
        JOBS.price(spec, "1");
        JOBS.at(START.plusSeconds(10));

        JOBS.tell(new TaskRan(
                task, job, 1, "center", spec, 1, user, payer, START, START.plus(Duration.ofMillis(2999)), true));
        JOBS.charge();

        assertThat(JOBS.charged(job)).isEqualTo(2);
    }

    private TaskRan ran(int seconds, boolean last) {
        return new TaskRan(task, job, 1, "center", spec, 1, user, payer, START, START.plusSeconds(seconds), last);
    }
}
