package org.computility.planning.followers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.computility.planning.LockOrder.NOW;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.planning.PlanningRows;
import org.computility.planning.WritingForTests;
import org.computility.planning.state.InstanceState;
import org.computility.results.ResultCrops;
import org.computility.results.ResultSource;
import org.computility.results.ResultSources;
import org.computility.results.ResultsTaken.Taken;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowerTurnsTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());

    private final FollowedRows followed = new FollowedRows(SESSION);
    private final PlanningRows rows = followed.rows;
    private final List<ResultSource> sources = new ArrayList<>();
    private FollowerTurns turns;

    @BeforeEach
    void begin() {
        turns = at(NOW);
    }

    @Test
    void aFollowUpBecomesAnInstanceOfThePlanOfItsFollowers() {
        Taken car = found();
        Taken next = found();
        assertThat(turns.isAnyOpen()).isTrue();

        turn();

        long followers =
                rows.one(Long.class, "select followers_id from follower_plan where plan_id = ?1", followed.plan);
        assertThat(rows.count("""
                        task_plan where id = ?1 and name = 'Followers of p' and type = 'IMAGE_REALTIME' and status = 'ON'
                        and not auto_restart and organisation_id = ?2
                        """, followers, PlanningRows.ORGANISATION)).isEqualTo(1);
        assertThat(rows.count("""
                        task_instance where id = ?1 and plan_id = ?2 and algo_def_code = 'PLATE' and priority = 4
                        and device_id = 'gate-camera' and wanted and state = 'PENDING' and retry_at = ?3
                        """, followed.instanceOf(car), followers, NOW)).isEqualTo(1);
        assertThat(rows.one(
                        String.class,
                        "select task_info -> 'ImageOptions' ->> 'Url' from task_instance where id = ?1",
                        followed.instanceOf(next)))
                .isEqualTo("https://net.example/" + next.id() + "?until=" + NOW.plus(FollowerTurns.IN_TIME));
        assertThat(sources)
                .extracting(ResultSource::instanceId, ResultSource::parentResult)
                .containsExactlyInAnyOrder(
                        tuple(followed.instanceOf(car), car.id()), tuple(followed.instanceOf(next), next.id()));

        found();
        turn();
        assertThat(rows.count("task_instance where plan_id = ?1", followers)).isEqualTo(3);
    }

    /** A camera that finds something by itself has no room for its followers. */
    @Test
    void followersAreNotBoundToADeviceThatIsANode() {
        rows.write("""
                insert into compute_node (code, type, host, port, username, sealed_password, serves_algorithms, online,
                    registered_at, last_seen_at, changed_at)
                values ('11010800005000000007', 'FRONT_END_DEVICE', '10.0.0.1', 8001, 'box', '', false, true, ?1, ?1, ?1)
                """, NOW);
        rows.write("update task_instance set device_id = '11010800005000000007' where id = ?1", followed.camera);
        Taken car = found();

        turn();

        assertThat(rows.count("task_instance where id = ?1 and device_id is null", followed.instanceOf(car)))
                .isEqualTo(1);
    }

    @Test
    void anInstanceThatIsOverLeavesAndItsOutcomeStays() {
        Taken done = found();
        Taken failed = found();
        Taken runs = found();
        turn();
        move(done, "FINISHED", null);
        move(failed, "ERROR", "no JPEG");
        move(runs, "RUNNING", null);

        assertThat(end()).isEmpty();
        sweep();

        assertThat(List.of(followed.stateOf(done), followed.stateOf(failed), followed.stateOf(runs)))
                .containsExactly("DONE", "FAILED", "OPEN");
        assertThat(rows.one(String.class, "select message from follow_up where parent_result = ?1", failed.id()))
                .isEqualTo("no JPEG");
        assertThat(rows.all(UUID.class, "select id from task_instance where plan_id <> ?1", followed.plan))
                .containsExactly(followed.instanceOf(runs));
    }

    @Test
    void whenTheFirstInstanceIsStoppedWhatRunsIsStoppedAndWhatWaitsIsDeleted() {
        Taken runs = found();
        Taken waits = found();
        turn();
        Taken unplanned = found();
        move(runs, "RUNNING", null);
        rows.write("update task_instance set wanted = false where id = ?1", followed.camera);

        assertThat(end()).containsExactly(followed.instanceOf(runs));
        sweep();
        turn();

        assertThat(List.of(followed.stateOf(runs), followed.stateOf(waits), followed.stateOf(unplanned)))
                .containsOnly("STOPPED");
        assertThat(rows.all(UUID.class, "select id from task_instance where plan_id <> ?1", followed.plan))
                .containsExactly(followed.instanceOf(runs));
        assertThat(end()).as("it is told once").isEmpty();
        move(runs, "PAUSED", null);
        sweep();
        assertThat(rows.count("task_instance")).isEqualTo(1);
        assertThat(turns.isAnyOpen()).isFalse();
    }

    @Test
    void whatIsNotDoneInTimeHasFailed() {
        Taken waits = found();
        turn();
        turns = at(NOW.plus(FollowerTurns.IN_TIME));
        end();
        assertThat(followed.stateOf(waits)).isEqualTo("OPEN");

        turns = at(NOW.plus(FollowerTurns.IN_TIME).plusSeconds(1));
        end();
        sweep();

        assertThat(followed.stateOf(waits)).isEqualTo("FAILED");
        assertThat(rows.count("task_instance")).isEqualTo(1);
    }

    @Test
    void whatAWindowHoldsWaits() {
        Taken held = found();
        turn();
        rows.write(
                "update task_instance set state = 'PAUSED', wanted = false, held = true where id = ?1",
                followed.instanceOf(held));

        end();

        assertThat(followed.stateOf(held)).isEqualTo("OPEN");

        turns = at(NOW.plus(FollowerTurns.IN_TIME).plusSeconds(1));
        end();
        assertThat(followed.stateOf(held)).as("nobody stopped it").isEqualTo("FAILED");
    }

    @Test
    void thePlanOfTheFollowersGoesWithTheirPlanOnceItsLastInstanceIsGone() {
        Taken runs = found();
        turn();
        move(runs, "RUNNING", null);
        rows.write("delete from task_plan where id = ?1", followed.plan);

        end();
        sweep();
        assertThat(rows.count("task_plan")).isEqualTo(1);
        move(runs, "PAUSED", null);
        sweep();

        assertThat(rows.count("task_plan")).isZero();
        assertThat(rows.count("follower_plan")).isZero();
        assertThat(turns.isAnyOpen()).isFalse();
    }

    private Taken found() {
        Taken result = followed.found(followed.camera, "CAR");
        followed.tell(result);
        return result;
    }

    private void move(Taken result, String state, String message) {
        rows.write(
                "update task_instance set state = ?1, message = ?2 where id = ?3",
                InstanceState.valueOf(state).name(),
                message,
                followed.instanceOf(result));
    }

    private void turn() {
        rows.commit(() -> {
            turns.preparePlans();
            return turns.plan();
        });
    }

    private List<UUID> end() {
        return rows.commit(turns::end);
    }

    private void sweep() {
        rows.commit(() -> {
            turns.sweep();
            turns.dropAbandoned();
            return true;
        });
    }

    private FollowerTurns at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        FollowerTurns made = new FollowerTurns();
        made.followUps = new FollowUps_(SESSION);
        made.table = new FollowerInstances_(SESSION);
        made.sources = new KnownSources();
        made.plans = WritingForTests.plans(SESSION, clock);
        made.instances = WritingForTests.instances(SESSION, clock, made.sources);
        made.crops = new PlainLinks();
        made.clock = clock;
        return made;
    }

    private final class KnownSources extends ResultSources {
        @Override
        public void add(List<ResultSource> more) {
            sources.addAll(more);
        }
    }

    private static final class PlainLinks extends ResultCrops {
        @Override
        public URI link(LocalDate day, UUID result, Instant until) {
            return URI.create("https://net.example/" + result + "?until=" + until);
        }
    }
}
