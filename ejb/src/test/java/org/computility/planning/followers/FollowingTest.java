package org.computility.planning.followers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;
import static org.computility.planning.followers.FollowedRows.DAY;

import java.util.List;
import java.util.UUID;
import org.computility.planning.PlanStopped;
import org.computility.planning.PlanningRows;
import org.computility.results.ResultsTaken.Taken;
import org.computility.results.purge.ResultKey;
import org.computility.results.purge.ResultsPurged;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

class FollowingTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());

    private final FollowedRows followed = new FollowedRows(SESSION);
    private final PlanningRows rows = followed.rows;

    @Test
    void eachFollowerLooksOnceAtAResultHoweverOftenItIsTold() {
        Taken lone = followed.found(followed.camera, "LONE");
        Taken nobodys = followed.found(followed.camera, "COLOUR");

        followed.tell(lone, nobodys);
        followed.tell(lone);

        assertThat(followed.followersOf(lone)).containsExactly("COLOUR", "LONE");
        assertThat(followed.followersOf(nobodys)).isEmpty();
    }

    @Test
    void aRingOfFollowersEndsAtTheThird() {
        Taken first = tell(followed.camera, "CAR");
        Taken second = tell(look(first), "PLATE");
        Taken third = tell(look(second), "CAR");
        Taken fourth = tell(look(third), "PLATE");

        assertThat(rows.all(Short.class, "select depth from follow_up order by depth"))
                .containsExactly((short) 1, (short) 2, (short) 3);
        assertThat(followed.followersOf(fourth)).isEmpty();
        assertThat(rows.count("follow_up where plan_id = ?1 and root_instance = ?2", followed.plan, followed.camera))
                .as("the chain belongs to the plan where it began, though instances of followers are gone")
                .isEqualTo(3);
    }

    @Test
    void whatNobodyWantsAnyMoreIsNotFollowed() {
        rows.write("update task_instance set wanted = false where id = ?1", followed.camera);
        assertThat(followed.followersOf(tell(followed.camera, "CAR"))).isEmpty();
        assertThat(followed.followersOf(tell(UUID.randomUUID(), "CAR"))).isEmpty();

        rows.write("update task_instance set held = true where id = ?1", followed.camera);
        assertThat(followed.followersOf(tell(followed.camera, "CAR")))
                .as("closed by its window only")
                .containsExactly("PLATE");
    }

    @Test
    void anInspectionThatHasComeToItsEndWasNotStopped() {
        rows.write("update task_instance set wanted = false where id = ?1", followed.camera);
        rows.write(
                "update task_plan set status = 'OFF', round_limit = 1, round_count = 1 where id = ?1", followed.plan);

        assertThat(followed.followersOf(tell(followed.camera, "CAR"))).containsExactly("PLATE");
    }

    @Test
    void aPersonSwitchesFollowersOff() {
        long followers = rows.plan("PERIODIC", false);
        rows.write("insert into follower_plan (plan_id, followers_id) values (?1, ?2)", followed.plan, followers);
        rows.write("update task_plan set status = 'OFF' where id = ?1", followers);
        assertThat(followed.followersOf(tell(followed.camera, "CAR"))).isEmpty();

        rows.write("update task_plan set status = 'ON' where id = ?1", followers);
        assertThat(followed.followersOf(tell(followed.camera, "CAR"))).containsExactly("PLATE");
    }

    @Test
    void aThousandAreOpenAtMostAndTheRestIsCounted() {
        followed.tell(followed.many(490));
        followed.tell(followed.many(13));
        FollowUps.Counts counts = followed.following.followUps.counts(followed.plan);
        assertThat(counts.open()).as("of one follower").isEqualTo(Following.MOST_OF_ONE);
        assertThat(counts.missed()).isEqualTo(3);

        followed.tell(followed.many(252, "LONE"));
        counts = followed.following.followUps.counts(followed.plan);
        assertThat(counts.open()).as("of PLATE, LONE and COLOUR").isEqualTo(Following.MOST);
        assertThat(counts.missed()).isEqualTo(7);

        rows.write(
                "update follow_up set state = 'DONE', ended_at = ?1 where id in (select id from follow_up where follower = 'PLATE' limit 3)",
                NOW);
        followed.tell(followed.many(2));
        assertThat(followed.following.followUps.counts(followed.plan))
                .isEqualTo(new FollowUps.Counts(null, 999, 3, 0, 0, 7));
    }

    @Test
    void aPlanThatIsStoppedStopsItsFollowersAndNoOthers() {
        Taken one = tell(followed.camera, "CAR");
        Taken done = tell(followed.camera, "CAR");
        rows.write("update follow_up set state = 'DONE', ended_at = ?1 where parent_result = ?2", NOW, done.id());

        stop(followed.plan + 1000);
        assertThat(followed.stateOf(one)).isEqualTo("OPEN");
        stop(followed.plan);
        assertThat(followed.stateOf(one)).isEqualTo("STOPPED");
        assertThat(followed.stateOf(done)).isEqualTo("DONE");
    }

    @Test
    void whatIsOverGoesWithItsResult() {
        Taken open = tell(followed.camera, "CAR");
        Taken done = tell(followed.camera, "CAR");
        Taken kept = tell(followed.camera, "CAR");
        rows.write("update follow_up set state = 'DONE', ended_at = ?1 where parent_result <> ?2", NOW, open.id());

        rows.commit(() -> {
            followed.following.forget(
                    new ResultsPurged(List.of(new ResultKey(DAY, open.id()), new ResultKey(DAY, done.id()))));
            return true;
        });

        assertThat(rows.all(UUID.class, "select parent_result from follow_up"))
                .containsExactlyInAnyOrder(open.id(), kept.id());
    }

    private Taken tell(UUID instance, String capability) {
        Taken result = followed.found(instance, capability);
        followed.tell(result);
        return result;
    }

    /** The instance that looks at that result, which is deleted at once. */
    private UUID look(Taken result) {
        UUID instance = UUID.randomUUID();
        rows.write("update follow_up set instance_id = ?1 where parent_result = ?2", instance, result.id());
        return instance;
    }

    private void stop(long plan) {
        rows.commit(() -> {
            followed.following.stop(new PlanStopped(plan));
            return true;
        });
    }
}
