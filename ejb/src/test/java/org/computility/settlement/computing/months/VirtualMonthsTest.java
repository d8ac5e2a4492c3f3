package org.computility.settlement.computing.months;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.jobs.TaskRan;
import org.computility.settlement.computing.ComputingJobs;
import org.computility.shared.NoSettings;
import org.computility.shared.StandardTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Seven weeks of jobs, charged each night: what the month reports of their centers tell is, to the second and to the cent, what the jobs
 * did and what was paid for them.
 */
class VirtualMonthsTest {

    private static final Instant BEGIN = Instant.parse("2026-10-20T00:00:00Z");
    private static final int SECONDS = (int) Duration.ofDays(49).toSeconds();
    private static final int LONGEST = (int) Duration.ofHours(40).toSeconds();
    private static final Duration TELLING = Duration.ofHours(6);
    private static final int JOBS = 80;
    private static final Map<String, String> PRICES = Map.of("small", "0.01", "large", "0.25");
    private static final List<String> CENTERS = List.of("a", "b", "c");
    private static final String DEPOSIT = "100000000.00";

    private final List<UUID> users = Stream.generate(UUID::randomUUID).limit(7).toList();
    private final List<UUID> payers = Stream.generate(UUID::randomUUID).limit(3).toList();
    private final List<TaskRan> ended = new ArrayList<>();
    private ComputingJobs jobs;
    private MonthlyUse use;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aMonthOfACenterIsWhatItsJobsDidAndWhatWasPaid(long seed) {
        NoSettings.use();
        jobs = new ComputingJobs(BEGIN);
        use = new MonthlyUse();
        use.uses = new MonthUses_(jobs.session);
        PRICES.forEach(jobs::price);
        payers.forEach(payer -> jobs.books.deposit(payer, DEPOSIT));

        live(told(new Random(seed)));

        BigDecimal paid = BigDecimal.ZERO;
        for (YearMonth month = YearMonth.of(2026, 9); month.getYear() == 2026; month = month.plusMonths(1)) {
            for (String center : CENTERS) {
                check(List.of(center), month);
            }
            check(CENTERS, month);
            paid = paid.add(use.of(CENTERS, month).paid());
        }
        assertThat(paid)
                .isEqualByComparingTo(payers.stream()
                        .map(payer -> new BigDecimal(DEPOSIT).subtract(new BigDecimal(jobs.prepaid(payer))))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private void check(List<String> centers, YearMonth month) {
        Set<UUID> ran = new HashSet<>();
        Set<UUID> who = new HashSet<>();
        Map<String, Long> seconds = new TreeMap<>();
        for (TaskRan each : ended) {
            long within = centers.contains(each.centerId()) ? within(each, month) : 0;
            if (within > 0) {
                ran.add(each.jobId());
                who.add(each.userId());
                seconds.merge(each.specId(), within * each.nodes(), Long::sum);
            }
        }
        MonthUse told = use.of(centers, month);
        assertThat(told.jobs()).as("%s in %s", centers, month).isEqualTo(ran.size());
        assertThat(told.users()).isEqualTo(who.size());
        assertThat(told.specs())
                .isEqualTo(seconds.entrySet().stream()
                        .map(spec -> new SpecUse(spec.getKey(), spec.getValue()))
                        .toList());
        assertThat(told.paid())
                .isEqualByComparingTo(seconds.entrySet().stream()
                        .map(spec ->
                                new BigDecimal(PRICES.get(spec.getKey())).multiply(BigDecimal.valueOf(spec.getValue())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(told.charged()).isTrue();
    }

    /** How many of its seconds lie in that month. */
    private static long within(TaskRan ran, YearMonth month) {
        Instant from = later(ran.from(), beginning(month));
        Instant to = earlier(ran.to(), beginning(month.plusMonths(1)));
        return Math.max(0, Duration.between(from, to).toSeconds());
    }

    private void live(List<TaskRan> told) {
        Instant night = BEGIN;
        for (TaskRan ran : told) {
            for (; !night.isAfter(ran.to()); night = night.plus(Duration.ofDays(1))) {
                jobs.at(night).charge();
            }
            jobs.at(ran.to()).tell(ran);
        }
        jobs.at(night.plus(Duration.ofDays(2))).charge();
    }

    /** All that is told of all jobs, in the order of time: as long as one runs, how far it is, and at last that it has ended. */
    private List<TaskRan> told(Random random) {
        List<TaskRan> all = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            Instant from = BEGIN.plusSeconds(random.nextInt(SECONDS));
            Instant to = from.plusSeconds(1 + random.nextInt(LONGEST));
            TaskRan whole = new TaskRan(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    1,
                    CENTERS.get(random.nextInt(CENTERS.size())),
                    random.nextBoolean() ? "small" : "large",
                    1 + random.nextInt(3),
                    users.get(random.nextInt(users.size())),
                    payers.get(random.nextInt(payers.size())),
                    from,
                    to,
                    true);
            ended.add(whole);
            all.add(whole);
            for (Instant until = from.plus(TELLING); until.isBefore(to); until = until.plus(TELLING)) {
                all.add(soFar(whole, until));
            }
        }
        all.sort(Comparator.comparing(TaskRan::to));
        return all;
    }

    private static TaskRan soFar(TaskRan whole, Instant until) {
        return new TaskRan(
                whole.taskId(),
                whole.jobId(),
                1,
                whole.centerId(),
                whole.specId(),
                whole.nodes(),
                whole.userId(),
                whole.organisationId(),
                whole.from(),
                until,
                false);
    }

    private static Instant beginning(YearMonth month) {
        return month.atDay(1).atStartOfDay(StandardTime.zone()).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
