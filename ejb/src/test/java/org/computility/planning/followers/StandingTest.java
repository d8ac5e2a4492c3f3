package org.computility.planning.followers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.followers.FollowUpState.DONE;
import static org.computility.planning.followers.FollowUpState.FAILED;
import static org.computility.planning.followers.FollowUpState.STOPPED;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final UUID ID = UUID.randomUUID();

    @Test
    void whatItsInstanceHasDoneCountsWhateverHasHappenedMeanwhile() {
        ends(new Standing(ID, true, "FINISHED", "x", false, false, true), DONE, null);
        ends(new Standing(ID, true, "ERROR", "no picture", false, false, true), FAILED, "no picture");
        ends(new Standing(ID, true, "ERROR", null, true, true, false), FAILED, "Its instance failed.");
    }

    @Test
    void peopleEndIt() {
        ends(
                new Standing(ID, true, "RUNNING", null, false, true, true),
                STOPPED,
                "The instance that it follows was stopped.");
        ends(new Standing(ID, false, null, null, true, false, true), STOPPED, "The plan of the followers is OFF.");
        ends(new Standing(ID, true, "PAUSED", null, true, true, true), STOPPED, "Its instance was stopped.");
        ends(new Standing(ID, true, null, null, true, true, true), STOPPED, "Its instance was deleted.");
    }

    @Test
    void timeEndsItAndTheInstanceSaysWhatItWaitedFor() {
        ends(new Standing(ID, true, "PENDING", "No service", true, true, true), FAILED, "Not done in time: No service");
        ends(new Standing(ID, true, "YIELDED", null, true, true, true), FAILED, "Not done in time.");
        ends(new Standing(ID, false, null, null, true, true, true), FAILED, "Not done in time.");
    }

    private static void ends(Standing standing, FollowUpState state, String reason) {
        assertThat(standing.ending()).isEqualTo(state);
        assertThat(standing.reason()).isEqualTo(reason);
    }
}
