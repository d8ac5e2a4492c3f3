package org.computility.compute.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.computility.compute.Liveness.Sign;
import org.computility.compute.NodeOffline;
import org.computility.compute.SomeNodes;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that keep alive every 90 s, and a server that is stopped or slow, or whose clock steps: a second after the other. */
class LivenessTimerTest {

    private static final int KEEPALIVE = 90;
    private static final int TIMEOUT = 120;
    private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");
    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());

    private final SomeNodes nodes = new SomeNodes(SESSION);
    private final Heartbeats heartbeats = new Heartbeats();
    private final LivenessTimer timer = new LivenessTimer();
    private List<String> codes;
    private long second;
    private Duration step = Duration.ZERO;
    private int secondsOfARound = 1;
    private int dead = -1;

    @BeforeEach
    void assemble() {
        SESSION.createNativeMutationQuery("truncate compute_node cascade").executeUpdate();
        timer.heartbeats = heartbeats;
        timer.liveness = nodes.liveness(() -> timer.clock.instant());
        timer.judgeBy(new SilenceRule(Duration.ofSeconds(TIMEOUT)));
        timer.nanos = () -> second * 1_000_000_000L;
        timer.clock = new Clock() {
            @Override
            public Instant instant() {
                return START.plusSeconds(second).plus(step);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Test
    void aServerThatWasStoppedForTwoMinutesLosesNoneOf20000NodesAndFindsWhoDiedMeanwhile() {
        register(20_000);
        pass(130);
        die(7);
        second += 120;
        pass(TIMEOUT - 1);
        assertThat(lost()).isEmpty();

        pass(6);

        assertThat(lost()).containsExactly(codes.get(7));
    }

    @Test
    void aClockThatStepsForwardOrBackLosesNobody() {
        register(900);
        pass(130);
        step = Duration.ofHours(1);
        pass(130);
        step = Duration.ofHours(-1);
        pass(130);
        step = Duration.ZERO;
        pass(130);

        assertThat(lost()).isEmpty();
    }

    @Test
    void aDeathIsFoundWithinTheTimeoutAndFiveSecondsAlsoAfterTheClockWasPutBack() {
        register(900);
        pass(130);
        die(7);
        pass(TIMEOUT - 1);
        assertThat(lost()).as("heard less than a time-out ago").isEmpty();
        pass(6);
        assertThat(lost()).containsExactly(codes.get(7));

        die(8);
        step = Duration.ofHours(-1);
        pass(TIMEOUT + 5);

        assertThat(lost()).as("the former is heard again").containsExactly(codes.get(8));
    }

    @Test
    void aServerThatIsSlowIsNotDeaf() {
        register(900);
        secondsOfARound = 20;
        pass(160);
        die(7);
        pass(TIMEOUT + secondsOfARound);

        assertThat(lost()).containsExactly(codes.get(7));
    }

    @Test
    void aServerWhoseClockIsBehindTheDatabasesSetsNobodyBack() {
        timer.liveness = nodes.liveness(() -> START.plusSeconds(second));
        step = Duration.ofHours(-1);
        register(9);
        pass(3);

        nodes.silence(START, START);

        assertThat(lost()).isEmpty();
    }

    @Test
    void whatKeepsOneSilentNodeFromBeingMarkedKeepsNoOther() {
        register(3);
        List<String> told = new ArrayList<>();
        timer.liveness = nodes.liveness(() -> timer.clock.instant(), event -> {
            told.add(event.code());
            if (event.code().equals(codes.get(0))) {
                throw new IllegalStateException("as the test says");
            }
        });
        for (second = 1; second < 2 * TIMEOUT; second++) {
            timer.listen();
            round();
        }

        assertThat(told).contains(codes.get(1), codes.get(2));
    }

    @Test
    void whatWasHeardBeforeADeathKeepsNoLaterSignWaiting() {
        register(1);
        heartbeats.beat(codes.get(0), new Sign(START.plusSeconds(1), null));
        timer.liveness.markDead(codes.get(0), START.plusSeconds(2), START.plusSeconds(3));
        heartbeats.hurry(new NodeOffline(codes.get(0)));
        second = 4;
        round();
        assertThat(lost()).isEqualTo(codes);

        second = 5;
        heartbeats.beat(codes.get(0), new Sign(START.plusSeconds(5), null));
        round();

        assertThat(lost()).isEmpty();
    }

    /** Its stream was lost at another server, to which it refuses, and it keeps alive at this one. */
    @Test
    void whoIsInDoubtIsWrittenAtOnceAndNotDead() {
        register(2);
        String code = codes.get(0);
        codes.forEach(one -> heartbeats.beat(one, new Sign(START.plusSeconds(1), null)));
        second = 1;
        round();
        second = 3;
        codes.forEach(one -> heartbeats.beat(one, new Sign(START.plusSeconds(3), null)));
        round();
        timer.liveness.markDead(codes.get(1), START.plusSeconds(2), START.plusSeconds(4));
        assertThat(lost()).as("heard, and not written yet").containsExactly(codes.get(1));

        timer.liveness.doubt(code, START.plusSeconds(4));
        second = 5;
        round();
        timer.liveness.markDead(code, START.plusSeconds(2), START.plusSeconds(6));

        assertThat(lost()).doesNotContain(code);
    }

    private void register(int count) {
        nodes.registerMany(count, START);
        codes = nodes.online();
        codes.forEach(heartbeats::learn);
    }

    private List<String> lost() {
        List<String> lost = new ArrayList<>(codes);
        lost.removeAll(Set.copyOf(nodes.online()));
        return lost;
    }

    /** Its last keepalive comes now. */
    private void die(int node) {
        heartbeats.beat(codes.get(node), new Sign(timer.clock.instant(), null));
        dead = node;
    }

    /** So many seconds: in each, those nodes are heard whose turn it is, and the server listens, writes and judges. */
    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            second++;
            for (int node = (int) (second % KEEPALIVE); node < codes.size(); node += KEEPALIVE) {
                if (node != dead) {
                    heartbeats.beat(codes.get(node), new Sign(timer.clock.instant(), null));
                }
            }
            timer.listen();
            if (second % secondsOfARound == 0) {
                round();
            }
        }
    }

    private void round() {
        SESSION.beginTransaction();
        timer.everySecond();
        SESSION.getTransaction().commit();
    }
}
