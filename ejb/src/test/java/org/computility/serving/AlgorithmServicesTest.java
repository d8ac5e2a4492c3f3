package org.computility.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.compute.Accelerators;
import org.computility.compute.ComputeNodes;
import org.computility.compute.FakeAccelerators;
import org.computility.compute.NodeStub;
import org.computility.compute.NodeView;
import org.computility.compute.events.NodeReconciliation;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Conflict;
import org.computility.shared.Unavailable;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People unload services. */
class AlgorithmServicesTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final String NODE = "11010800005020000001";

    private final SomeServices some = new SomeServices(SESSION);
    private final FakeAccelerators nodes = new FakeAccelerators();
    private final NodeStub node = nodes.node(NODE);
    private final UUID organisation = UUID.randomUUID();
    private final List<Integer> takingTasksWhenAsked = new ArrayList<>();
    private final AlgorithmServices services = new AlgorithmServices();
    private final List<String> askedLater = new ArrayList<>();
    private boolean online = true;
    private UUID first;
    private UUID second;

    @BeforeEach
    void assemble() {
        SESSION.createMutationQuery("delete from AlgorithmService").executeUpdate();
        services.services = new Services_(SESSION);
        services.keeping = some.keeping(Clock.fixed(NOW, ZoneOffset.UTC));
        services.accelerators = new Accelerators() {
            @Override
            public <T> T call(String computeCode, Call<T> call) {
                takingTasksWhenAsked.add(takingTasks());
                return nodes.call(computeCode, call);
            }
        };
        services.nodes = new ComputeNodes() {
            @Override
            public NodeView get(String code, Caller caller) {
                return new NodeView(code, "CAP", "10.0.0.1", 8001, online, true, organisation, NOW, NOW);
            }
        };
        services.reconciliation = new NodeReconciliation() {
            @Override
            public void compareAfter(String computeCode, Duration delay) {
                askedLater.add(computeCode + " after " + delay.toSeconds());
            }
        };
        services.caller = new CurrentCaller();
        services.caller.set(new Caller(UUID.randomUUID(), "op", organisation, Set.of(Role.OPERATOR), null));
        first = some.run(organisation, NODE, NOW);
        second = some.run(organisation, NODE, NOW.plusSeconds(1));
    }

    @Test
    void aServiceTakesNoTasksFromBeforeItsNodeIsAskedAndIsGoneThen() {
        services.unload(NODE, SomeServices.PACKAGE, null);

        assertThat(node.asked()).containsExactly("unload " + second, "unload " + first);
        assertThat(takingTasksWhenAsked).containsExactly(0, 0);
        assertThat(left()).isEmpty();
    }

    @Test
    void anUnloadWithoutAnAnswerIsRememberedForAllServicesThatWereToGo() {
        node.fails(Reason.TIMED_OUT);

        assertThatThrownBy(() -> services.unload(NODE, SomeServices.PACKAGE, null))
                .isInstanceOf(Unavailable.class);

        assertThat(node.asked()).containsExactly("unload " + second);
        assertThat(left()).containsExactly(AlgorithmService.LEAVING, AlgorithmService.LEAVING);
        assertThat(askedLater).containsExactly(NODE + " after 35");
        assertThat(takingTasks()).isZero();
    }

    @Test
    void aServiceThatItsNodeKeepsTakesTasksAgainAndTheOthersAreAskedFor() {
        node.fails(Reason.REFUSED);

        assertThatThrownBy(() -> services.unload(NODE, SomeServices.PACKAGE, null))
                .isInstanceOf(Conflict.class);

        assertThat(node.asked()).hasSize(2);
        assertThat(takingTasks()).isEqualTo(2);
    }

    @Test
    void theServiceOfANodeThatIsOfflineIsForgottenAtOnce() {
        online = false;

        services.unload(NODE, SomeServices.PACKAGE, first.toString());

        assertThat(node.asked()).isEmpty();
        assertThat(left()).hasSize(1);
    }

    private int takingTasks() {
        return services.keeping.running(organisation, Set.of("MOTION")).size();
    }

    /** What is shown as message of the services that are still known. */
    private List<String> left() {
        return services.services.of(NODE, null).stream()
                .map(service -> service.view().message())
                .toList();
    }
}
