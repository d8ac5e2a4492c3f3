package org.computility.reporting.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.computility.energy.Amount;
import org.computility.energy.MeterKind;
import org.computility.energy.hours.CenterConsumption;
import org.computility.energy.hours.Consumed;
import org.computility.energy.hours.CountedForTests;
import org.computility.energy.hours.HourFigures;
import org.computility.energy.hours.HoursForTests;
import org.computility.energy.meters.MetersForTests;
import org.computility.energy.meters.NewMeter;
import org.computility.energy.readings.NewReading;
import org.computility.energy.readings.ReadingReceipt;
import org.computility.energy.readings.ReadingsForTests;
import org.computility.energy.sources.SourcesForTests;
import org.computility.reporting.ReportingForTests;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.reporting.centers.ReportedCentersForTests;
import org.computility.reporting.live.NowhereElse;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CenterMetersTest {

    private final ReportingForTests room = new ReportingForTests();
    private final HandClock clock = new HandClock();
    private final CenterMeters meters = new CenterMeters();
    private final SupervisionData supervision = new SupervisionData();
    private int center;

    @BeforeEach
    void assemble() {
        ReportedCenterRegistry centers = ReportedCentersForTests.over(room.database);
        meters.centers = centers;
        meters.meters = MetersForTests.over(room.database, clock);
        meters.sources = SourcesForTests.registry(room.database, clock);
        meters.entry = ReadingsForTests.entry(room.database, clock);
        meters.consumption = HoursForTests.consumption(room.database, clock);
        meters.caller = room.database.caller;
        supervision.centers = centers;
        supervision.meters = meters.meters;
        supervision.elsewhere = new NowhereElse();
        supervision.pastHour = HoursForTests.pastHour(room.database, clock);
        supervision.caller = room.database.caller;
        center = done(() -> centers.create(ReportedCentersForTests.named("庆阳")));
        room.database.be("admin");
    }

    @Test
    void aRepeatedOpeningAnswersTheSameAndAnotherIsRefused() {
        NewMeter wanted = new NewMeter("m", MeterKind.WATER, null, new BigDecimal("99999.5"));
        assertThat(done(() -> meters.open(center, wanted)).modulus()).isEqualByComparingTo("99999.5");
        assertThat(done(() -> meters.open(center, wanted)).unit()).isEqualTo("L");
        room.refused("meter-exists", () -> meters.open(center, meter("m", MeterKind.WATER)));
        room.refused(
                "member-invalid", () -> meters.open(center, new NewMeter("n", MeterKind.WATER, null, BigDecimal.ZERO)));
        assertThat(meters.list(center)).hasSize(1);
    }

    @Test
    void onlyTheCentersOrganisationHasItsMeters() {
        open("m", MeterKind.WATER);
        room.database.be("reporter");
        room.refused("role-missing", () -> meters.open(center, meter("n", MeterKind.WATER)));
        room.refused("role-missing", () -> meters.retire(center, "m"));
        assertThat(push("m", reading(0, "1")).taken()).isEqualTo(1);
        room.database.be("auditor");
        assertThat(meters.list(center)).hasSize(1);
        room.refused("role-missing", () -> meters.take("m", List.of(reading(0, "1"))));
        room.database.be("stranger");
        room.refused("reported-center-unknown", () -> meters.list(center));
        room.refused("reported-center-unknown", () -> meters.open(center, meter("n", MeterKind.WATER)));
        room.refused("reported-center-unknown", () -> meters.retire(center, "m"));
        room.refused("meter-unknown", () -> meters.take("m", List.of(reading(1, "1"))));
        room.refused("meter-unknown", () -> meters.hours("m", clock.instant(), clock.instant()));
        room.refused("reported-center-unknown", () -> supervision.query(center, null));
    }

    @Test
    void aReadingIsTakenOnceAndNothingIsTakenWithOneThatDiffers() {
        open("m", MeterKind.IT_ELECTRICITY);
        assertThat(push("m", reading(-20, "1.5"), reading(-10, "2"))).isEqualTo(new ReadingReceipt(2, 0));
        assertThat(push("m", reading(-10, "2.000"), reading(0, "3"))).isEqualTo(new ReadingReceipt(1, 1));
        room.refused("reading-differs", () -> meters.take("m", List.of(reading(1, "4"), reading(-10, "2.001"))));
        room.refused("reading-differs", () -> meters.take("m", List.of(reading(1, "4"), reading(1, "5"))));
        assertThat(push("m", reading(1, "6"))).isEqualTo(new ReadingReceipt(1, 0));
        room.refused("member-invalid", () -> meters.take("m", List.of(reading(6, "7"))));
        room.refused("member-invalid", () -> meters.take("m", List.of(reading(2, "-1"))));
        room.refused("member-invalid", () -> meters.take("m", List.of(reading(2, "1.0001"))));
        room.refused("meter-unknown", () -> meters.take("n", List.of(reading(2, "1"))));
        done(() -> meters.retire(center, "m"));
        room.refused("meter-retired", () -> meters.take("m", List.of(reading(2, "7"))));
        assertThat(push("m", reading(-30, "1")).taken()).isEqualTo(1);
    }

    /** In whatever order and whatever batches readings come, the hours are what the meter counted. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readingsMayComeInAnyOrder(long seed) {
        CountedForTests counted = CountedForTests.of(seed);
        BigDecimal modulus = counted.modulus() == null ? null : Amount.value(counted.modulus());
        done(() -> meters.open(center, new NewMeter("m", MeterKind.TOTAL_ELECTRICITY, null, modulus)));
        List<NewReading> shuffled = new ArrayList<>(counted.readings().stream()
                .map(reading -> new NewReading(reading.at(), Amount.value(reading.amount())))
                .toList());
        Random random = new Random(seed);
        Collections.shuffle(shuffled, random);
        for (int begin = 0; begin < shuffled.size(); ) {
            int end = Math.min(shuffled.size(), begin + 1 + random.nextInt(30));
            List<NewReading> batch = shuffled.subList(begin, end);
            done(() -> meters.take("m", batch));
            begin = end;
            assertThat(hours(
                            "m", counted.first().minusSeconds(5), counted.last().plusSeconds(5)))
                    .allSatisfy(hour -> assertThat(hour.amount()).isNotNegative());
        }

        assertThat(hours("m", counted.first(), counted.last()).stream()
                        .mapToLong(Consumed::amount)
                        .sum())
                .isEqualTo(counted.counted());
    }

    /** A meter out of service has told all; one in service has not until it was read at or behind the end. */
    @Test
    void aPeriodIsToldOfTheKindsThatAreReadOverAllOfIt() {
        CenterConsumption consumption = HoursForTests.center(room.database, clock);
        open("old", MeterKind.TOTAL_ELECTRICITY);
        open("new", MeterKind.TOTAL_ELECTRICITY);
        open("it", MeterKind.IT_ELECTRICITY);
        push("old", reading(-300, "5"), reading(-200, "7"));
        push("new", reading(-240, "1"), reading(0, "9"));
        push("it", reading(-240, "0"), reading(-1, "4"));
        assertThat(consumption.period(center, at(-240), at(0))).isEmpty();

        done(() -> meters.retire(center, "old"));
        Map<MeterKind, Consumed> told = consumption.period(center, at(-240), at(0));
        assertThat(told).containsOnlyKeys(MeterKind.TOTAL_ELECTRICITY);
        assertThat(told.get(MeterKind.TOTAL_ELECTRICITY).amount()).isEqualTo(8000 + 800);
        // Neither one that was out of service, nor one that came later, makes up a figure, or takes one away.
        push("new", reading(2, "9"));
        assertThat(consumption
                        .period(center, at(1), at(2))
                        .get(MeterKind.TOTAL_ELECTRICITY)
                        .amount())
                .isZero();
        open("later", MeterKind.TOTAL_ELECTRICITY);
        assertThat(consumption.period(center, at(-300), at(-240))).containsKey(MeterKind.TOTAL_ELECTRICITY);
        push("it", reading(1, "4"));
        assertThat(consumption
                        .period(center, at(-240), at(0))
                        .get(MeterKind.IT_ELECTRICITY)
                        .amount())
                .isEqualTo(4000);
    }

    @Test
    void aPeriodWithAnUnknownGapIsNotTold() {
        CenterConsumption consumption = HoursForTests.center(room.database, clock);
        open("m", MeterKind.TOTAL_ELECTRICITY);
        push("m", reading(-240, "1"), reading(-130, "2"));
        done(() -> meters.entry.takeBehindGap("m", reading(-120, "2")));
        push("m", reading(0, "9"));

        assertThat(consumption.period(center, at(-240), at(0))).isEmpty();
        assertThat(consumption.period(center, at(-120), at(0))).containsKey(MeterKind.TOTAL_ELECTRICITY);
        done(() -> meters.retire(center, "m"));
        assertThat(consumption.period(center, at(-240), at(0)))
                .as("out of service it has not told all either")
                .isEmpty();
    }

    @Test
    void aLateReadingCorrectsTheHoursBefore() {
        open("m", MeterKind.TOTAL_ELECTRICITY);
        push("m", reading(-120, "0"), reading(0, "2"));
        assertThat(hours("m", at(-120), at(0))).extracting(Consumed::amount).containsExactly(1000L, 1000L);
        assertThat(hours("m", at(-120), at(0))).allMatch(Consumed::estimated);
        push("m", reading(-60, "1.9"));
        assertThat(hours("m", at(-120), at(0))).extracting(Consumed::amount).containsExactly(1900L, 100L);
        assertThat(hours("m", at(-120), at(0))).noneMatch(Consumed::estimated);
        room.refused("period-reversed", () -> meters.hours("m", at(0), at(0)));
        room.refused("member-invalid", () -> meters.hours("m", at(0).minus(Duration.ofDays(33)), at(0)));
    }

    @Test
    void thePastHourIsKnownAsFarAsMetersTell() {
        assertThat(figures()).isEqualTo(new HourFigures(null, null, null, null));
        open("total", MeterKind.TOTAL_ELECTRICITY);
        push("total", reading(-60, "100"), reading(-5, "109.9"), reading(0, "110.5"));
        assertThat(figures().electricity().value()).isEqualByComparingTo("10.5");
        assertThat(figures().electricity().asOf()).isEqualTo(at(0));
        assertThat(figures().pue()).isNull();
        open("it", MeterKind.IT_ELECTRICITY);
        open("water", MeterKind.WATER);
        assertThat(figures().pue()).isNull();
        push("it", reading(-65, "50"), reading(-5, "58"));
        push("water", reading(-65, "1000"), reading(-5, "1012"));
        // The hour up to 07:55 for both: from 07:00 on nothing is known of the whole before.
        assertThat(figures().pue()).isNull();
        assertThat(figures().wue().value()).isEqualByComparingTo("1.5");
        assertThat(figures().wue().asOf()).isEqualTo(at(-5));
        push("total", reading(-65, "99.9"));
        assertThat(figures().pue().value()).isEqualByComparingTo("1.25");
        assertThat(figures().green()).isNull();

        open("total2", MeterKind.TOTAL_ELECTRICITY);
        assertThat(figures().electricity()).isNull();
        push("total2", reading(-90, "0"), reading(0, "3"));
        assertThat(figures().electricity().value()).isEqualByComparingTo("12.5");
        assertThat(figures().electricity().estimated()).isTrue();
        clock.pass(Duration.ofMinutes(121));
        assertThat(figures()).isEqualTo(new HourFigures(null, null, null, null));
    }

    @Test
    void nothingIsDividedByAnItThatStandsStill() {
        open("total", MeterKind.TOTAL_ELECTRICITY);
        open("it", MeterKind.IT_ELECTRICITY);
        push("total", reading(-60, "1"), reading(0, "2"));
        push("it", reading(-60, "1"), reading(0, "1"));

        assertThat(figures().pue()).isNull();
        assertThat(figures().electricity().value()).isEqualByComparingTo("1");
    }

    private HourFigures figures() {
        return supervision.query(center, null).figures();
    }

    private void open(String code, MeterKind kind) {
        done(() -> meters.open(center, meter(code, kind)));
    }

    private ReadingReceipt push(String code, NewReading... readings) {
        return done(() -> meters.take(code, List.of(readings)));
    }

    private List<Consumed> hours(String code, Instant from, Instant to) {
        return meters.hours(code, from, to);
    }

    private static NewMeter meter(String code, MeterKind kind) {
        return new NewMeter(code, kind, null, null);
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
