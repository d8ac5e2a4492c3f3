package org.computility.compute.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.computility.audit.AuditEntry;
import org.computility.compute.Liveness.Sign;
import org.computility.compute.NodeOffline;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {

    private static final Instant EARLY = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(1);
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private static final AuditEntry FIRST_CALL = call("first");
    private static final AuditEntry SECOND_CALL = call("second");

    private final Heartbeats heartbeats = new Heartbeats();

    @Test
    void manyBeatsOfANodeAreOneWrite() {
        heartbeats.beat("a", new Sign(EARLY, null));
        heartbeats.beat("a", new Sign(LATE, null));

        assertThat(heartbeats.takeDue(LATE, BETWEEN)).containsExactly(Map.entry("a", new Sign(LATE, null)));
        assertThat(heartbeats.takeDue(LATE, BETWEEN)).isEmpty();
    }

    @Test
    void whatCouldNotBeWrittenComesBackAndWhatCameMeanwhileFollowsIt() {
        heartbeats.beat("a", new Sign(EARLY, FIRST_CALL));
        heartbeats.beat("b", new Sign(EARLY, null));
        Map<String, Sign> taken = heartbeats.takeDue(LATE, BETWEEN);
        heartbeats.beat("a", new Sign(LATE, SECOND_CALL));

        heartbeats.giveBack(taken);

        assertThat(heartbeats.takeDue(LATE, BETWEEN))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a", new Sign(LATE, FIRST_CALL), "b", new Sign(EARLY, null)));
    }

    @Test
    void onlyTheFirstCallSinceTheLastWriteCanHaveBroughtTheNodeBack() {
        heartbeats.beat("a", new Sign(EARLY, FIRST_CALL));
        heartbeats.beat("a", new Sign(LATE, SECOND_CALL));
        heartbeats.beat("b", new Sign(EARLY, null));
        heartbeats.beat("b", new Sign(LATE, SECOND_CALL));

        assertThat(heartbeats.takeDue(LATE, BETWEEN))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", new Sign(LATE, FIRST_CALL), "b", new Sign(LATE, null)));
    }

    @Test
    void aNodeThatWasJustWrittenWaitsWithItsLastTimeAndItsFirstCall() {
        heartbeats.learn("a");
        heartbeats.written(Set.of("a"), EARLY);
        heartbeats.beat("a", new Sign(EARLY, FIRST_CALL));
        heartbeats.beat("a", new Sign(LATE, SECOND_CALL));

        assertThat(heartbeats.takeDue(EARLY.plus(BETWEEN).minusNanos(1), BETWEEN))
                .isEmpty();
        assertThat(heartbeats.takeDue(EARLY.plus(BETWEEN), BETWEEN))
                .containsExactly(Map.entry("a", new Sign(LATE, FIRST_CALL)));
    }

    @Test
    void whatBringsAnOfflineNodeBackIsWrittenAtOnce() {
        heartbeats.learn("a");
        heartbeats.written(Set.of("a"), EARLY);
        heartbeats.hurry(new NodeOffline("a"));
        heartbeats.beat("a", new Sign(LATE, null));

        assertThat(heartbeats.lastHeard("a")).contains(LATE);
        assertThat(heartbeats.takeDue(LATE, BETWEEN)).containsOnlyKeys("a");
        assertThat(heartbeats.lastHeard("a")).isEmpty();
    }

    @Test
    void aClockThatWasPutBackKeepsNobodyWaiting() {
        heartbeats.learn("a");
        heartbeats.written(Set.of("a"), LATE);
        heartbeats.beat("a", new Sign(EARLY, null));

        assertThat(heartbeats.takeDue(EARLY, BETWEEN)).containsOnlyKeys("a");
    }

    @Test
    void aCodeThatIsLearntAgainIsStillJustWritten() {
        heartbeats.learn("a");
        heartbeats.written(Set.of("a"), EARLY);
        heartbeats.learn("a");
        heartbeats.beat("a", new Sign(LATE, null));

        assertThat(heartbeats.takeDue(LATE, BETWEEN)).isEmpty();
    }

    @Test
    void whatIsWrittenOfAForgottenCodeDoesNotMakeItKnown() {
        heartbeats.written(Set.of("a"), EARLY);

        assertThat(heartbeats.knows("a")).isFalse();
    }

    @Test
    void aForgottenCodeIsNeitherKnownNorWritten() {
        heartbeats.learn("a");
        heartbeats.beat("a", new Sign(EARLY, null));

        heartbeats.forget("a");

        assertThat(heartbeats.knows("a")).isFalse();
        assertThat(heartbeats.takeDue(LATE, BETWEEN)).isEmpty();
    }

    private static AuditEntry call(String requestId) {
        return new AuditEntry("device", null, "POST /ACSMP/Keepalive", "compute a", "192.0.2.7", 200, requestId);
    }
}
