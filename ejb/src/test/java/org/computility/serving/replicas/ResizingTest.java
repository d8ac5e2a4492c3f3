package org.computility.serving.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.computility.compute.Accelerators;
import org.computility.compute.FakeAccelerators;
import org.computility.compute.NodeStub;
import org.computility.compute.events.NodeReconciliation;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.serving.AllowedService;
import org.computility.serving.LoadedState;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.ServiceLicensing;
import org.computility.serving.SomeServices;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;
import org.computility.shared.Unavailable;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which order room is taken and given, and what a node that refuses leaves. A service has two replicas of four streams. */
class ResizingTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final String NODE = "11010800005020000001";

    private final SomeServices some = new SomeServices(SESSION);
    private final ServiceKeeping services = some.keeping(Clock.fixed(NOW, ZoneOffset.UTC));
    private final FakeAccelerators accelerators = new FakeAccelerators();
    private final NodeStub node = accelerators.node(NODE);
    private final List<String> told = new ArrayList<>();
    private final List<String> askedLater = new ArrayList<>();
    private final Resizing resizing = new Resizing();
    private final UUID organisation = UUID.randomUUID();
    private UUID service;

    @BeforeEach
    void assemble() {
        resizing.services = services;
        resizing.accelerators = accelerators;
        resizing.reconciliation = new NodeReconciliation() {
            @Override
            public void compareAfter(String computeCode, Duration delay) {
                askedLater.add(computeCode + " after " + delay.toSeconds());
            }
        };
        resizing.licensing = new ServiceLicensing();
        resizing.tasks = new ServiceTasks() {
            @Override
            public Map<UUID, Integer> taken(Collection<UUID> serviceIds) {
                return Map.of();
            }

            @Override
            public List<Waiting> waiting(UUID organisationId, String algoDefCode, int most) {
                return List.of();
            }

            @Override
            public Licensed licensed(UUID organisationId, String algoDefCode) {
                return new Licensed(OptionalLong.empty(), Map.of());
            }

            @Override
            public void leave(UUID serviceId, int most, String reason) {
                told.add(most + " stay of " + replicas() + ": " + node.asked().size() + " calls before"
                        + (takesTasks() ? "" : ", closed"));
            }
        };
        service = some.run(organisation, NODE, NOW);
    }

    @Test
    void moreIsToldToTheNodeAndThenNoted() {
        AllowedService after = resizing.resize(service, 3);

        assertThat(after.slots()).isEqualTo(12);
        assertThat(replicas()).isEqualTo(3);
        assertThat(node.asked()).containsExactly("load " + service + " 3 × 4");
        assertThat(told).isEmpty();
    }

    @Test
    void fewerTakesTheRoomFirstThenTheTasksAndThenTellsTheNode() {
        resizing.resize(service, 1);

        assertThat(told).containsExactly("4 stay of 1: 0 calls before");
        assertThat(node.asked()).containsExactly("load " + service + " 1 × 4");
        assertThat(replicas()).isEqualTo(1);
    }

    @Test
    void aNodeThatRefusesOrIsSilentLeavesTheNumberAsItWas() {
        node.fails(Reason.REFUSED);
        assertThatThrownBy(() -> resizing.resize(service, 1))
                .isInstanceOf(Conflict.class)
                .hasMessage("Compute " + NODE + " refused: as the test says");
        assertThat(replicas()).isEqualTo(2);
        node.fails(Reason.TIMED_OUT);
        assertThatThrownBy(() -> resizing.resize(service, 3)).isInstanceOf(Unavailable.class);
        assertThat(replicas()).isEqualTo(2);
    }

    @Test
    void theSameNumberFinishesWhatAServerThatDiedHasNoted() {
        resizing.resize(service, 2);
        assertThat(told).containsExactly("8 stay of 2: 0 calls before");
        assertThat(node.asked()).containsExactly("load " + service + " 2 × 4");
        assertThat(replicas()).isEqualTo(2);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileStands() {
        Resizing hindered = new Resizing();
        hindered.services = services;
        hindered.licensing = resizing.licensing;
        hindered.tasks = resizing.tasks;
        hindered.accelerators = new Accelerators() {
            @Override
            public <T> T call(String computeCode, Call<T> call) {
                services.resize(services.find(service).orElseThrow().service(), 5);
                return null;
            }
        };
        assertThatThrownBy(() -> hindered.resize(service, 3))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("changed by somebody else");
        assertThat(replicas()).isEqualTo(5);
    }

    /** The one tells the node last, the other is written first. */
    @Test
    void ofTwoWhoAskForMoreAtOnceTheNodeEndsWithTheNumberThatStands() {
        Resizing later = meanwhile(() -> resizing.resize(service, 3));

        assertThatThrownBy(() -> later.resize(service, 4)).isInstanceOf(Conflict.class);

        assertThat(replicas()).isEqualTo(3);
        assertThat(node.asked()).endsWith("load " + service + " 4 × 4", "load " + service + " 3 × 4");
    }

    @Test
    void ofTwoWhoAskForLessAtOnceTheNodeEndsWithTheNumberThatStands() {
        resizing.resize(service, 3);
        Resizing slow = meanwhile(() -> resizing.resize(service, 1));

        slow.resize(service, 2);

        assertThat(replicas()).isEqualTo(1);
        assertThat(node.asked()).endsWith("load " + service + " 2 × 4", "load " + service + " 1 × 4");
    }

    @Test
    void theNumberThatStandsIsToldOnceMore() {
        resizing.repeat(service);

        assertThat(node.asked()).containsExactly("load " + service + " 2 × 4");
        assertThat(told).as("what is beyond it leaves first").containsExactly("8 stay of 2: 0 calls before");
        assertThat(replicas()).isEqualTo(2);
    }

    @Test
    void whatDoesNotRunIsRefusedAndWhatIsNotThereIsUnknown() {
        UUID opened = some.open(UUID.randomUUID(), NODE, NOW);
        assertThatThrownBy(() -> resizing.resize(opened, 1))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("is INIT");
        assertThatThrownBy(() -> resizing.resize(UUID.randomUUID(), 1)).isInstanceOf(NotFound.class);
        assertThat(node.asked()).isEmpty();
    }

    @Test
    void aServiceThatItsNodeDoesNotLoadIsForgotten() {
        UUID opened = some.open(UUID.randomUUID(), NODE, NOW);
        node.fails(Reason.REFUSED);
        assertThatThrownBy(() -> resizing.load(opened)).isInstanceOf(Conflict.class);
        assertThat(services.find(opened)).isEmpty();
    }

    @Test
    void aServiceThatRunsSinceIsNotLoadedOnceMore() {
        node.fails(Reason.REFUSED);

        resizing.load(service);

        assertThat(node.asked()).isEmpty();
        assertThat(services.find(service)).isPresent();
    }

    @Test
    void anUnloadedServiceIsGoneAndUnloadingItOnceMoreIsNoError() {
        resizing.unload(service);
        resizing.unload(service);

        assertThat(told).hasSize(1);
        assertThat(node.asked()).containsExactly("unload " + service);
        assertThat(services.find(service)).isEmpty();
    }

    /** Else what left gets its place back while the node is asked. */
    @Test
    void nothingGetsAPlaceAtAServiceThatIsAboutToBeUnloadedUnlessItStays() {
        node.fails(Reason.REFUSED);

        assertThatThrownBy(() -> resizing.unload(service)).isInstanceOf(Conflict.class);

        assertThat(told).containsExactly("0 stay of 2: 0 calls before, closed");
        assertThat(takesTasks()).isTrue();
    }

    @Test
    void anUnloadWithoutAnAnswerIsRememberedAndTheServiceTakesNoTasks() {
        node.fails(Reason.TIMED_OUT);

        assertThatThrownBy(() -> resizing.unload(service)).isInstanceOf(Unavailable.class);

        assertThat(askedLater).containsExactly(NODE + " after 35");
        assertThat(takesTasks()).isFalse();
        assertThatThrownBy(() -> resizing.resize(service, 3))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("is being unloaded");
        node.fails(null);
        resizing.unload(service);
        assertThat(node.asked()).containsExactly("unload " + service, "unload " + service);
        assertThat(services.find(service)).isEmpty();
    }

    @Test
    void aServiceThatIsGoneFromItsNodeIsForgotten() {
        resizing.left(service);

        assertThat(node.asked()).isEmpty();
        assertThat(services.find(service)).isEmpty();
    }

    @Test
    void aServiceThatIsBeingUnloadedIsNotLoaded() {
        UUID opened = some.open(UUID.randomUUID(), NODE, NOW);
        services.close(opened);

        resizing.load(opened);

        assertThat(node.asked()).isEmpty();
    }

    /** What somebody else does between its decision and the node's hearing of it. */
    private Resizing meanwhile(Runnable other) {
        AtomicBoolean done = new AtomicBoolean();
        Resizing hindered = new Resizing();
        hindered.services = services;
        hindered.licensing = resizing.licensing;
        hindered.tasks = resizing.tasks;
        hindered.accelerators = new Accelerators() {
            @Override
            public <T> T call(String computeCode, Call<T> call) {
                if (!done.getAndSet(true)) {
                    other.run();
                }
                return accelerators.call(computeCode, call);
            }
        };
        return hindered;
    }

    private boolean takesTasks() {
        return !services.running(organisation, Set.of("MOTION")).isEmpty();
    }

    private int replicas() {
        return services.find(service)
                .map(LoadedState::service)
                .map(AllowedService::replicas)
                .orElse(0);
    }
}
