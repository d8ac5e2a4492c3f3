package org.computility.compute.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.compute.SomeNodes.NOON;
import static org.computility.compute.SomeNodes.code;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.computility.compute.FakeAccelerators;
import org.computility.compute.Liveness.Sign;
import org.computility.compute.NodeAddress;
import org.computility.compute.NodeAddresses;
import org.computility.compute.SomeNodes;
import org.computility.compute.heartbeat.Heartbeats;
import org.computility.compute.heartbeat.Keepalives;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.accelerator.Door;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbingTest {

    private static final Instant LOST = NOON.plusSeconds(10);
    private static final Instant LATER = LOST.plusSeconds(6);

    private final SomeNodes nodes = new SomeNodes(TestEntities.session(TestDatabase.fresh()));
    private final Suspects suspects = new Suspects();
    private final FakeAccelerators accelerators = new FakeAccelerators();
    private final Heartbeats heartbeats = new Heartbeats();
    private final Keepalives keepalives = new Keepalives() {
        @Override
        public void heardFrom(String code) {
            heartbeats.beat(code, new Sign(LATER, null));
        }
    };
    private final Probing probing = new Probing(
            suspects,
            accelerators,
            nodes.addresses(),
            nodes.liveness(),
            heartbeats,
            keepalives,
            Clock.fixed(LATER, ZoneOffset.UTC));

    @BeforeEach
    void lose() {
        for (int number = 1; number <= 2; number++) {
            nodes.register(number, NOON);
            suspects.opened(code(number));
            accelerators.node(code(number));
        }
        suspects.lost(code(1), LOST);
        accelerators.door(code(1), Door.SHUT);
    }

    @Test
    void whoRefusesIsOfflineAndBackWhenItAnswers() {
        rounds(5);
        assertThat(nodes.online()).containsExactly(code(2));

        accelerators.door(code(1), Door.OPEN);
        rounds(2);
        assertThat(heartbeats.lastHeard(code(1))).contains(LATER);
    }

    @Test
    void whoDoesNotKnowTheCredentialGetsItOnce() {
        rounds(5);
        accelerators.door(code(1), Door.OPEN);
        accelerators.node(code(1)).fails(Reason.NOT_ACCEPTED);

        rounds(100);

        assertThat(accelerators.node(code(1)).asked()).hasSize(1);
        assertThat(heartbeats.lastHeard(code(1))).isEmpty();
    }

    @Test
    void whoIsNotReadyIsAskedLessAndLessOften() {
        rounds(5);
        accelerators.door(code(1), Door.OPEN);
        accelerators.node(code(1)).fails(Reason.REFUSED);
        rounds(100);
        assertThat(accelerators.node(code(1)).asked())
                .as("after 2, 4, 8, 16, 32 rounds")
                .hasSize(5);

        accelerators.node(code(1)).fails(null);
        rounds(64);
        assertThat(heartbeats.lastHeard(code(1))).contains(LATER);
    }

    @Test
    void whereAnotherOnlineNodeIsNobodyIsAskedForTheDeadOne() {
        rounds(5);
        nodes.registerAtAddressOf(3, 1, NOON);
        accelerators.door(code(1), Door.OPEN);

        rounds(10);

        assertThat(accelerators.node(code(1)).asked()).isEmpty();
        assertThat(heartbeats.lastHeard(code(1))).isEmpty();
    }

    @Test
    void whoFellSilentMeanwhileIsFoundToo() {
        nodes.heard(2, LATER);
        nodes.silence(LOST, LATER);
        rounds(5);
        assertThat(nodes.online()).containsExactly(code(2));

        accelerators.door(code(1), Door.OPEN);
        rounds(2);

        assertThat(heartbeats.lastHeard(code(1))).contains(LATER);
    }

    @Test
    void whoKeepsAliveIsNotDeadWhereverItIsWritten() {
        nodes.heard(1, LOST.plusSeconds(1));
        rounds(6);
        assertThat(nodes.online()).hasSize(2);

        suspects.opened(code(1));
        suspects.lost(code(1), LOST.plusSeconds(2));
        heartbeats.beat(code(1), new Sign(LOST.plusSeconds(3), null));
        rounds(6);
        assertThat(nodes.online()).hasSize(2);
    }

    @Test
    void aProbeThatFindsNoThreadIsTakenUpAgain() {
        probing.begin(task -> {
            throw new RejectedExecutionException("full");
        });

        rounds(6);

        assertThat(nodes.online()).containsExactly(code(2));
    }

    @Test
    void oneQueryTellsWhereAllSuspectsAre() {
        NodeAddresses known = nodes.addresses();
        List<Collection<String>> asked = new ArrayList<>();
        NodeAddresses counted = new NodeAddresses() {
            @Override
            public List<NodeAddress> of(Collection<String> codes) {
                asked.add(codes);
                return known.of(codes);
            }
        };
        suspects.lost(code(2), LOST);
        accelerators.door(code(2), Door.SHUT);

        new Probing(
                        suspects,
                        accelerators,
                        counted,
                        nodes.liveness(),
                        heartbeats,
                        keepalives,
                        Clock.fixed(LATER, ZoneOffset.UTC))
                .begin(Runnable::run);

        assertThat(asked)
                .singleElement()
                .satisfies(codes -> assertThat(codes).containsExactlyInAnyOrder(code(1), code(2)));
    }

    @Test
    void whoRefusesIsInDoubtFromTheFirstRefusal() {
        assertThat(nodes.liveness().doubtedSince(LOST)).isEmpty();

        rounds(1);

        assertThat(nodes.liveness().doubtedSince(LOST)).containsExactly(code(1));
        assertThat(nodes.online()).hasSize(2);
    }

    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            probing.begin(Runnable::run);
        }
    }
}
