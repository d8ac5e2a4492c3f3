package org.computility.planning.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.computility.planning.PlanningRows;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the job does with 200 plans, a year long, held against the clock on the wall, in a zone with daylight saving, too; {@code
 * WindowsTest} has other zones. The job's clock goes from one change to the next. That there are no others between them, the clock on the wall says, too.
 */
class YearOfPlansTest {

    private static final Instant FROM = Instant.parse("2026-01-05T00:00:00Z");
    private static final int PLANS = 200;

    /** In Berlin a day has no such time, and another day has it twice. */
    private static final int HALF_PAST_TWO = 150;

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final PlanningRows rows = new PlanningRows(session, FROM);
    private final Random random = new Random(14);
    private int[] times;
    private final Map<String, BitSet> windows = new HashMap<>();
    private final Map<Long, BitSet> open = new HashMap<>();
    private final BitSet changes = new BitSet();

    /** Times of a day at which windows begin and end: few, so that a year has 2,000 changes and not a hundred thousand. */
    @ParameterizedTest
    @CsvSource({"Asia/Shanghai, 6", "Europe/Berlin, 3"})
    void plansAreOpenInEachMinuteInWhichTheClockOnTheWallSaysSo(ZoneId zone, int different) {
        times = IntStream.concat(IntStream.of(HALF_PAST_TWO), random.ints(different - 1, 0, 1440))
                .toArray();
        WallClock clock = new WallClock(zone, FROM);
        for (int i = 0; i < PLANS; i++) {
            List<String> texts = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(window -> text())
                    .toList();
            BitSet minutes = new BitSet();
            texts.forEach(window -> minutes.or(windows.computeIfAbsent(
                    window, text -> clock.open(Windows.of(List.of(text), zone).windows()))));
            open.put(plan(texts), minutes);
            noteChanges(minutes);
        }

        int steps = 0;
        for (int minute = 0; minute < WallClock.MINUTES; minute = next()) {
            Instant at = FROM.plusSeconds(minute * 60L);
            rows.commit(() -> WindowTurnsTest.turns(session, zone, at).next(1000));
            assertThat(wanted()).as("at %s", at).isEqualTo(openAt(minute));
            assertThat(next()).as("after %s", at).isEqualTo(changeAfter(minute));
            if (++steps % 50 == 0) {
                // Nobody does so in the background here, and what was written in between would be read again and again.
                rows.write("vacuum task_plan");
                rows.write("vacuum task_instance");
            }
        }
        assertThat(steps).isGreaterThan(52 * 7 * (different - 1));
    }

    /** The minute in which the job has something to do next; the year's end at the latest. */
    private int next() {
        Instant change = rows.one(Instant.class, "select min(next_change_at) from task_plan");
        return (int) Math.min(WallClock.MINUTES, Duration.between(FROM, change).toMinutes());
    }

    private int changeAfter(int minute) {
        int change = changes.nextSetBit(minute + 1);
        return change < 0 ? WallClock.MINUTES : change;
    }

    private void noteChanges(BitSet minutes) {
        for (int begin = minutes.nextSetBit(0); begin >= 0; ) {
            int end = minutes.nextClearBit(begin);
            changes.set(begin);
            changes.set(end);
            begin = minutes.nextSetBit(end);
        }
    }

    private Set<Long> openAt(int minute) {
        return open.keySet().stream().filter(plan -> open.get(plan).get(minute)).collect(Collectors.toSet());
    }

    private Set<Long> wanted() {
        return new HashSet<>(rows.all(Long.class, "select plan_id from task_instance where wanted"));
    }

    private String text() {
        int from = times[random.nextInt(times.length)];
        int to = times[random.nextInt(times.length)];
        return "%d,%d:%02d,%d:%02d".formatted(1 + random.nextInt(7), from / 60, from % 60, to / 60, to % 60);
    }

    private long plan(List<String> windows) {
        long plan = rows.plan("PERIODIC", true);
        rows.write(
                "update task_plan set next_change_at = ?1, plan_day_time = string_to_array(?2, ';') where id = ?3",
                FROM,
                String.join(";", windows),
                plan);
        rows.instance(plan, InstanceState.PENDING, 0, null);
        return plan;
    }
}
