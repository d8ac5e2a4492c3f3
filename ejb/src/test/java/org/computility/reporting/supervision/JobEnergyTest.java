package org.computility.reporting.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.energy.MeterKind;
import org.computility.energy.capacity.CapacityForTests;
import org.computility.energy.carbon.CarbonForTests;
import org.computility.energy.hours.HoursForTests;
import org.computility.energy.meters.MeterRegistry;
import org.computility.energy.meters.MetersForTests;
import org.computility.energy.meters.NewMeter;
import org.computility.energy.readings.NewReading;
import org.computility.energy.readings.ReadingsForTests;
import org.computility.identity.Caller;
import org.computility.jobs.hours.JobHoursForTests;
import org.computility.jobs.register.RegisterForTests;
import org.computility.reporting.ReportingForTests;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.reporting.centers.ReportedCentersForTests;
import org.computility.reporting.sources.SourcesForTests;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobEnergyTest {

    private static final long MODULUS = 25_000;

    private final ReportingForTests room = new ReportingForTests();
    private final HandClock clock = new HandClock();
    private final EnergySharing sharing = new EnergySharing();
    private final CenterEnergy centerEnergy = new CenterEnergy();
    private final JobEnergy jobEnergy = new JobEnergy();
    private int center;
    private Caller user;

    @BeforeEach
    void assemble() {
        var database = room.database;
        ReportedCenterRegistry centers = ReportedCentersForTests.over(database);
        sharing.bound = new SourcesForTests().over(database);
        sharing.consumption = HoursForTests.center(database, clock);
        sharing.capacity = CapacityForTests.over(database, clock);
        sharing.carbon = CarbonForTests.over(database);
        sharing.jobs = JobHoursForTests.over(database, clock);
        sharing.clock = clock;
        centerEnergy.centers = centers;
        centerEnergy.sharing = sharing;
        centerEnergy.carbon = sharing.carbon;
        centerEnergy.caller = database.caller;
        jobEnergy.bound = sharing.bound;
        jobEnergy.sharing = sharing;
        jobEnergy.carbon = sharing.carbon;
        jobEnergy.jobs = new RegisterForTests(database.sessions, database.caller, clock).register();
        jobEnergy.clock = clock;
        center = done(() -> centers.create(ReportedCentersForTests.named("庆阳")));
        user = database.caller.get();
        for (String source : List.of("a", "b")) {
            database.run("insert into reported_source (kind, source_id, center_id) values ('CENTER', '%s', %d)"
                    .formatted(source, center));
        }
    }

    @Test
    void anHourIsSharedByCoresAndAcceleratorsAndTheRestIsIdle() {
        meter("total", MeterKind.TOTAL_ELECTRICITY, reading(-120, "0"), reading(0, "15"));
        meter("it", MeterKind.IT_ELECTRICITY, reading(-120, "0"), reading(-60, "5"), reading(0, "11"));
        capacity("a", 50, 0, -120);
        capacity("b", 0, 1, -120);
        UUID half = job(50, 0);
        JobHoursForTests.ran(room.database, half, "a", at(-60), at(-30));
        UUID quarter = job(0, 1);
        JobHoursForTests.ran(room.database, quarter, "b", at(-15), null);
        JobHoursForTests.ran(room.database, quarter, "elsewhere", at(-90), at(-80));

        List<SharedHour> hours = sharing.hours(center, at(-120), at(0));
        assertThat(hours.get(0).jobs()).isZero();
        assertThat(hours.get(0).shares().idle()).isEqualTo(5000);
        assertThat(hours.get(0).consumed().cooling()).isEqualTo(2500);
        assertThat(hours.get(1).shares().jobs()).containsEntry(half, 1500L).containsEntry(quarter, 750L);
        assertThat(hours.get(1).shares().idle()).isEqualTo(3750);
        assertThat(hours.get(1).carbon()).isEmpty();

        JobEnergyView energy = jobEnergy.of(half.toString());
        assertThat(energy.energy()).isEqualByComparingTo("1.5");
        assertThat(energy.carbon()).isNull();
        assertThat(energy.whole()).isTrue();
        assertThat(jobEnergy.of(quarter.toString()).whole()).isFalse();
        say(-600, "0.5");
        say(-45, null);
        assertThat(jobEnergy.of(half.toString()).carbon()).isEqualByComparingTo("0.75");
        say(-60, null);
        assertThat(jobEnergy.of(half.toString()).carbon()).isNull();
        say(-60, "0.2");
        assertThat(jobEnergy.of(half.toString()).carbon()).isEqualByComparingTo("0.3");
        assertThat(centerEnergy.factors(center)).hasSize(3);
    }

    @Test
    void whatIsNotKnownIsNotMadeUp() {
        UUID job = job(1, 0);
        assertThat(jobEnergy.of(job.toString()).energy()).isNull();
        JobHoursForTests.ran(room.database, job, "a", at(-60), at(-30));
        assertThat(jobEnergy.of(job.toString()).energy()).isNull();
        meter("total", MeterKind.TOTAL_ELECTRICITY, reading(-60, "0"), reading(0, "15"));
        assertThat(jobEnergy.of(job.toString()).energy()).isNull();
        assertThat(sharing.hours(center, at(-120), at(0))).isEmpty();
        meter("cooling", MeterKind.COOLING_ELECTRICITY, reading(-60, "0"), reading(0, "5"));
        // No capacity was noted: all that is known to be there is what the job had.
        assertThat(jobEnergy.of(job.toString()).energy()).isEqualByComparingTo("10");
    }

    @Test
    void onlyWhoSeesTheJobOrTheCenterSeesItsEnergy() {
        UUID job = job(1, 0);
        room.refused("role-missing", () -> centerEnergy.say(center, at(0), BigDecimal.ONE));
        room.database.be("stranger");
        room.refused("job-unknown", () -> jobEnergy.of(job.toString()));
        room.refused("reported-center-unknown", () -> centerEnergy.hours(center, at(-60), at(0)));
        room.refused("reported-center-unknown", () -> centerEnergy.factors(center));
        room.database.be("auditor");
        assertThat(jobEnergy.of(job.toString()).energy()).isNull();
        assertThat(centerEnergy.hours(center, at(-60), at(0))).isEmpty();
    }

    /**
     * Whatever ran, and whatever meters told, with gaps of more than an hour, overflows of the one and resets of the other: in each hour
     * jobs, idle and cooling are the meter, to the watt-hour.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void jobsIdleAndCoolingAreTheMeter(long seed) {
        Random random = new Random(seed);
        List<NewReading> total = new ArrayList<>();
        List<NewReading> it = new ArrayList<>();
        long shownOfIt = random.nextInt(9000);
        long first = random.nextInt((int) MODULUS);
        long all = first;
        for (int minute = -600; minute < 0; minute += 1 + random.nextInt(100)) {
            total.add(reading(minute, BigDecimal.valueOf(all % MODULUS, 3).toPlainString()));
            it.add(reading(minute, BigDecimal.valueOf(shownOfIt, 3).toPlainString()));
            all += random.nextInt(9000);
            long added = random.nextInt(7000);
            shownOfIt = random.nextInt(5) == 0 && added < shownOfIt ? added : shownOfIt + added;
        }
        total.add(reading(0, BigDecimal.valueOf(all % MODULUS, 3).toPlainString()));
        it.add(reading(0, BigDecimal.valueOf(shownOfIt, 3).toPlainString()));
        meter("total", MeterKind.TOTAL_ELECTRICITY, BigDecimal.valueOf(MODULUS, 3), total.toArray(NewReading[]::new));
        meter("it", MeterKind.IT_ELECTRICITY, it.toArray(NewReading[]::new));
        for (int minute = -700; minute < 0; minute += 1 + random.nextInt(300)) {
            capacity(random.nextBoolean() ? "a" : "b", 1 + random.nextInt(64), random.nextInt(9), minute);
        }
        List<UUID> jobs = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            UUID job = job(1 + random.nextInt(16), random.nextInt(3));
            int begin = -650 + random.nextInt(640);
            Instant from = at(begin).plusMillis(random.nextInt(60_000));
            JobHoursForTests.ran(
                    room.database,
                    job,
                    random.nextBoolean() ? "a" : "b",
                    from,
                    random.nextInt(5) == 0 ? null : from.plusMillis(1 + random.nextInt(6_000_000)));
            jobs.add(job);
        }

        List<SharedHour> hours = sharing.hours(center, at(-720), at(0));
        assertThat(hours).allSatisfy(hour -> {
            assertThat(hour.jobs() + hour.shares().idle() + hour.consumed().cooling())
                    .isEqualTo(hour.consumed().total());
            assertThat(hour.shares().idle()).isNotNegative();
            assertThat(hour.consumed().cooling()).isNotNegative();
            assertThat(hour.shares().jobs().values()).allMatch(share -> share >= 0);
        });
        assertThat(hours.stream().mapToLong(hour -> hour.consumed().total()).sum())
                .isEqualTo(all - first);
        assertThat(jobs.stream()
                        .map(job -> jobEnergy.of(job.toString()).energy())
                        // It had ended before the first reading.
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(
                        hours.stream().mapToLong(SharedHour::jobs).sum(), 3));
    }

    private void meter(String code, MeterKind kind, NewReading... readings) {
        meter(code, kind, null, readings);
    }

    private void meter(String code, MeterKind kind, BigDecimal modulus, NewReading... readings) {
        MeterRegistry registry = MetersForTests.over(room.database, clock);
        done(() -> registry.open(center, new NewMeter(code, kind, null, modulus)));
        done(() -> ReadingsForTests.entry(room.database, clock).take(code, List.of(readings)));
    }

    private void capacity(String source, int cores, int accelerators, int minutes) {
        done(() -> {
            CapacityForTests.note(room.database, source, cores, accelerators, at(minutes));
            return null;
        });
    }

    private void say(int minutes, String factor) {
        room.database.be("admin");
        done(() -> centerEnergy.say(center, at(minutes), factor == null ? null : new BigDecimal(factor)));
        room.database.be("reporter");
    }

    private UUID job(int cores, int accelerators) {
        return JobHoursForTests.job(room.database, user, cores, accelerators);
    }

    private NewReading reading(int minutes, String value) {
        return new NewReading(at(minutes), new BigDecimal(value));
    }

    private Instant at(int minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }

    private <T> T done(Supplier<T> deed) {
        return room.database.sessions.commit(deed);
    }
}
