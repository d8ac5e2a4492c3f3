package org.computility.energy.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.computility.energy.readings.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CounterTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** Whatever the meter did: its hours are what it counted, to the watt-hour, wherever a period begins and ends. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theHoursAreWhatTheMeterCounted(long seed) {
        CountedForTests meter = CountedForTests.of(seed);
        Counter counter = new Counter(meter.modulus(), meter.readings());
        Instant begin = meter.first().minus(3, ChronoUnit.HOURS);
        Instant end = meter.last().plus(2, ChronoUnit.HOURS);

        List<Consumed> hours = counter.hours(begin, end);
        assertThat(sum(hours)).isEqualTo(meter.counted());
        assertThat(hours).allSatisfy(hour -> assertThat(hour.amount()).isNotNegative());
        assertThat(hours)
                .allSatisfy(hour -> assertThat(hour.whole())
                        .isEqualTo(!hour.from().isBefore(meter.first())
                                && !hour.to().isAfter(meter.last())));

        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            Instant[] some = Stream.generate(() -> begin.plusMillis(
                            random.nextInt((int) Duration.between(begin, end).toMillis())))
                    .limit(2)
                    .sorted()
                    .toArray(Instant[]::new);
            assertThat(sum(counter.hours(some[0], some[1])))
                    .as("%s", Arrays.asList(some))
                    .isEqualTo(counter.between(some[0], some[1]).amount());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsReckonedFromTheReadingsAroundAPeriodIsWhatAllOfThemTell(long seed) {
        CountedForTests meter = CountedForTests.of(seed);
        List<Reading> all = meter.readings();
        Counter whole = new Counter(meter.modulus(), all);
        Random random = new Random(seed);
        int first = random.nextInt(all.size());
        int last = first + random.nextInt(all.size() - first);
        Counter part = new Counter(meter.modulus(), all.subList(first, last + 1));

        assertThat(part.hours(all.get(first).at(), all.get(last).at()))
                .isEqualTo(whole.hours(all.get(first).at(), all.get(last).at()));
    }

    @Test
    void aMeterThatShowsLessBeganAtZero() {
        assertThat(Counter.added(null, 500, 30)).isEqualTo(30);
        assertThat(Counter.added(1000L, 990, 30)).isEqualTo(40);
        assertThat(Counter.added(1000L, 500, 30)).isEqualTo(30);
        assertThat(Counter.added(1000L, 500, 500)).isZero();
    }

    @Test
    void aGapIsSpreadOverItsTimeAndMarkedWhenItIsLongerThanAnHour() {
        Counter counter =
                new Counter(null, List.of(reading(0, 100), reading(60, 160), reading(240, 161), reading(250, 171)));

        assertThat(counter.hours(NINE, NINE.plus(Duration.ofHours(5))))
                .containsExactly(
                        hour(0, 60, true, false),
                        hour(1, 0, true, true),
                        hour(2, 0, true, true),
                        hour(3, 1, true, true),
                        hour(4, 10, false, false));
    }

    @Test
    void anHourThatAGapReachesIntoIsNotWhole() {
        Reading behind = new Reading(NINE.plus(Duration.ofMinutes(150)), 170, true);
        Counter counter = new Counter(
                null, List.of(reading(0, 100), reading(60, 160), reading(130, 170), behind, reading(180, 190)));

        assertThat(counter.hours(NINE, NINE.plus(Duration.ofHours(3))))
                .extracting(Consumed::whole)
                .containsExactly(true, true, false);
        assertThat(counter.between(behind.at(), NINE.plus(Duration.ofHours(3))).whole())
                .isTrue();
    }

    @Test
    void oneReadingTellsNothing() {
        Consumed hour = new Counter(null, List.of(reading(0, 100))).between(NINE, NINE.plus(Duration.ofHours(1)));

        assertThat(hour.amount()).isZero();
        assertThat(hour.whole()).isFalse();
        assertThat(new Counter(null, List.of())
                        .between(NINE, NINE.plus(Duration.ofHours(1)))
                        .whole())
                .isFalse();
    }

    /** The longest time and the largest amount that a meter may show. */
    @Test
    void largeAmountsOverLongTimesDoNotOverflow() {
        Instant begin = Instant.parse("2000-01-01T00:00:00Z");
        Counter counter = new Counter(null, List.of(new Reading(begin, 0), new Reading(NINE, 999_999_999_999_999L)));
        Instant middle = begin.plus(Duration.between(begin, NINE).dividedBy(2));

        assertThat(counter.between(begin, middle).amount()
                        + counter.between(middle, NINE).amount())
                .isEqualTo(999_999_999_999_999L);
    }

    private static Reading reading(int minutes, long amount) {
        return new Reading(NINE.plus(Duration.ofMinutes(minutes)), amount);
    }

    private static Consumed hour(int number, long amount, boolean whole, boolean estimated) {
        Instant from = NINE.plus(Duration.ofHours(number));
        return new Consumed(from, from.plus(Duration.ofHours(1)), amount, whole, estimated);
    }

    private static long sum(List<Consumed> hours) {
        return hours.stream().mapToLong(Consumed::amount).sum();
    }
}
