package org.computility.planning.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.computility.planning.PlanningRows;
import org.computility.planning.state.InstanceState;
import org.computility.shared.NoSettings;
import org.computility.shared.StandardTime;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

/** What the job does, a week long, held against the clock on the wall; {@code WindowsTest} has the year and its zones. */
class WeekOfPlansTest {

    private static final Instant FROM = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofDays(8));
    private static final int PLANS = 8;

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final PlanningRows rows = new PlanningRows(session, FROM);
    private final Random random = new Random(14);

    @Test
    void plansAreOpenWhenTheClockOnTheWallSaysSo() {
        NoSettings.use();
        WallClock clock = new WallClock(StandardTime.zone(), FROM);
        Map<Long, BitSet> open = new HashMap<>();
        for (int i = 0; i < PLANS; i++) {
            String[] texts = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(window -> text())
                    .toArray(String[]::new);
            open.put(plan(texts), clock.open(Windows.of(List.of(texts)).windows()));
        }

        Instant now = FROM;
        int steps = 0;
        while (now.isBefore(TO)) {
            Instant at = now;
            rows.commit(() -> WindowTurnsTest.turns(session, at).next(1000));
            int minute = (int) Duration.between(FROM, at).toMinutes();
            assertThat(rows.all(Long.class, "select plan_id from task_instance where wanted"))
                    .as("at %s", at)
                    .containsExactlyInAnyOrderElementsOf(open.keySet().stream()
                            .filter(plan -> open.get(plan).get(minute))
                            .toList());
            steps++;
            now = rows.one(Instant.class, "select min(next_change_at) from task_plan");
        }
        assertThat(steps).isGreaterThan(PLANS);
    }

    private String text() {
        return "%d,%d:%02d,%d:%02d"
                .formatted(
                        1 + random.nextInt(7),
                        random.nextInt(24),
                        random.nextInt(60),
                        random.nextInt(24),
                        random.nextInt(60));
    }

    private long plan(String... windows) {
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
