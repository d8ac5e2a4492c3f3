package org.computility.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.serving.SomeServices.PACKAGE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.compute.FakeAccelerators;
import org.computility.compute.SomeNodes;
import org.computility.compute.events.NodeReconciliation;
import org.computility.compute.events.Told;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.accelerator.LoadedService;
import org.computility.shared.FiredEvents;
import org.computility.shared.Unavailable;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldServicesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LOADED = NOON.minusSeconds(600);
    private static final String NODE = "11010800005050000001";
    private static final String OTHER = "11010800005050000002";

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final SomeServices some = new SomeServices(session);
    private final SomeNodes nodes = new SomeNodes(session);
    private final Services rows = new Services_(session);
    private final FakeAccelerators accelerators = new FakeAccelerators();
    private final List<UUID> gone = new ArrayList<>();
    private final List<String> again = new ArrayList<>();
    private final FiredEvents<HeldServices.OtherReplicas> differences = new FiredEvents<>();
    private final FiredEvents<HeldServices.SameReplicas> equals = new FiredEvents<>();
    private final FiredEvents<HeldServices.UnansweredUnload> unloads = new FiredEvents<>();
    private final HeldServices held = new HeldServices();

    @BeforeEach
    void assemble() {
        held.services = rows;
        held.accelerators = accelerators;
        held.addresses = nodes.addresses();
        held.otherReplicas = differences;
        held.sameReplicas = equals;
        held.unansweredUnloads = unloads;
        held.keeping = new ServiceKeeping() {
            @Override
            public void takeOver(List<ServiceKeeping.Report> reports) {
                rows.takeOver(reports, NOON);
                reports.stream().filter(ServiceKeeping.Report::gone).forEach(report -> gone.add(report.serviceId()));
            }
        };
        held.reconciliation = new NodeReconciliation() {
            @Override
            public void compareAfter(String computeCode, Duration delay) {
                again.add(computeCode + " " + delay);
            }
        };
    }

    @Test
    void aServiceFollowsItsNodeThoughTheEventGotLost() {
        UUID service = some.open(UUID.randomUUID(), NODE, LOADED);

        compare(told(NODE, NOON, loaded(service, "RUNNING")));

        assertThat(status(NODE)).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void aServiceThatTheNodeLostIsInErrorAndSaysWhy() {
        UUID lost = running(NODE, LOADED);

        compare(told(NODE, NOON));

        assertThat(gone).containsExactly(lost);
        assertThat(again).as("what it still runs of it is stopped there").containsExactly(NODE + " PT5S");

        assertThat(status(NODE)).isEqualTo(ServiceState.ERROR);
        assertThat(rows.of(NODE, null).get(0).view().message()).isEqualTo("The node does not hold it any more.");
    }

    @Test
    void aLostServiceThatComesBackRunsAgain() {
        UUID service = running(NODE, LOADED);
        compare(told(NODE, NOON));

        compare(told(NODE, NOON.plusSeconds(30), loaded(service, "RUNNING")));

        assertThat(status(NODE)).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void aServiceThatMayBeOnItsWayIsNotMissing() {
        some.open(UUID.randomUUID(), NODE, NOON.minus(KnownService.ON_ITS_WAY));

        compare(told(NODE, NOON));
        assertThat(status(NODE)).isEqualTo(ServiceState.INIT);

        compare(told(NODE, NOON.plusMillis(1)));
        assertThat(status(NODE)).isEqualTo(ServiceState.ERROR);
    }

    @Test
    void aServiceThatTheNodeHasReportedIsNotOnItsWayAnyMore() {
        UUID service = some.open(UUID.randomUUID(), NODE, NOON.minusSeconds(8));
        rows.report(NODE, List.of(loaded(service, "RUNNING")), NOON.minusSeconds(6));

        compare(told(NODE, NOON));

        assertThat(status(NODE)).isEqualTo(ServiceState.ERROR);
    }

    @Test
    void newsThatCameWhileTheNodeWasAskedIsNewerThanItsAnswer() {
        UUID service = running(NODE, NOON.plusMillis(1));

        compare(told(NODE, NOON, loaded(service, "INIT")));

        assertThat(status(NODE)).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void strangersAreUnloadedAndOneThatStaysDisturbsNobody() {
        UUID service = some.open(UUID.randomUUID(), NODE, LOADED);
        String stranger = UUID.randomUUID().toString();
        accelerators.node(NODE).fails(Reason.REFUSED);

        compare(told(NODE, NOON, loaded(service, "RUNNING"), new LoadedService(stranger, "p", "INIT", 1, null, null)));

        assertThat(accelerators.node(NODE).asked()).containsExactly("unload " + stranger);
        assertThat(status(NODE)).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void newsIsWrittenBeforeStrangersAreUnloadedAndASilentNodeIsAskedOnce() {
        UUID service = some.open(UUID.randomUUID(), NODE, LOADED);
        String stranger = UUID.randomUUID().toString();
        accelerators.node(NODE).fails(Reason.TIMED_OUT);

        compare(told(
                NODE,
                NOON,
                loaded(service, "ERROR"),
                new LoadedService(stranger, "p", "INIT", 1, null, null),
                new LoadedService(UUID.randomUUID().toString(), "p", "INIT", 1, null, null)));

        assertThat(accelerators.node(NODE).asked()).containsExactly("unload " + stranger);
        assertThat(again).as("it is told again").containsExactly(NODE + " PT30S");
        assertThat(status(NODE)).isEqualTo(ServiceState.ERROR);
    }

    @Test
    void aServiceOnAnotherNodeThanItsOwnIsAStrangerThere() {
        UUID service = running(NODE, LOADED);
        accelerators.node(OTHER);

        compare(told(NODE, NOON, loaded(service, "RUNNING")), told(OTHER, NOON, loaded(service, "ERROR")));

        assertThat(accelerators.node(OTHER).asked()).containsExactly("unload " + service);
        assertThat(status(NODE)).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void theServiceOfANodeThatGotAnothersAddressIsNotUnloadedInTheOthersName() {
        String former = SomeNodes.code(1);
        String newcomer = SomeNodes.code(2);
        nodes.register(1, NOON);
        nodes.registerAtAddressOf(2, 1, NOON);
        UUID service = running(newcomer, LOADED);
        String stranger = UUID.randomUUID().toString();
        accelerators.node(former);

        compare(told(
                former, NOON, loaded(service, "RUNNING"), new LoadedService(stranger, "p", "RUNNING", 1, null, null)));

        assertThat(accelerators.node(former).asked()).containsExactly("unload " + stranger);
        assertThat(status(newcomer)).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void whatIsKnownAlreadyIsNotWritten() {
        UUID service = running(NODE, LOADED);
        held.keeping = null;

        compare(told(NODE, NOON, loaded(service, "RUNNING")));

        assertThat(status(NODE)).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void anotherNumberOfReplicasIsToldOnWhereTheNodeTellsOneAndTheServiceRuns() {
        UUID service = running(NODE, LOADED);
        UUID loading = some.open(UUID.randomUUID(), NODE, NOON);

        compare(told(NODE, NOON, replicas(service, 0), replicas(loading, 5)));
        compare(told(NODE, NOON, replicas(service, 2), loaded(loading, "INIT")));
        assertThat(differences.news()).isEmpty();
        assertThat(equals.news()).contains(new HeldServices.SameReplicas(service));

        compare(told(NODE, NOON, replicas(service, 3), loaded(loading, "INIT")));
        assertThat(differences.news()).containsExactly(new HeldServices.OtherReplicas(service, 3, 2));
    }

    @Test
    void anUnloadWithoutAnAnswerIsToldOnOnceNobodyWaitsForTheAnswerAnyMore() {
        UUID service = running(NODE, LOADED);
        rows.close(service, NOON);

        compare(told(NODE, NOON, replicas(service, 3)));
        assertThat(unloads.news()).as("somebody waits").isEmpty();
        assertThat(differences.news()).as("it is not loaded anew").isEmpty();

        compare(told(NODE, NOON.plusMillis(1), replicas(service, 3)));
        compare(told(NODE, NOON.plusMillis(1)));
        assertThat(unloads.news())
                .containsExactly(
                        new HeldServices.UnansweredUnload(service, true),
                        new HeldServices.UnansweredUnload(service, false));
    }

    @Test
    void aNodeThatHangsIsToldOfOneUnloadAndNoneOfItsOthersUntilItsNextComparison() {
        List<UUID> closed =
                Stream.generate(() -> running(NODE, LOADED)).limit(3).toList();
        UUID elsewhere = running(OTHER, LOADED);
        UUID more = running(NODE, LOADED);
        Stream.concat(closed.stream(), Stream.of(elsewhere)).forEach(service -> rows.close(service, LOADED));
        held.unansweredUnloads = silent(unloads);

        compare(
                new Told<>(
                        NODE,
                        NOON,
                        Stream.concat(
                                        closed.stream().map(service -> replicas(service, 2)),
                                        Stream.of(replicas(more, 3)))
                                .toList()),
                told(OTHER, NOON, replicas(elsewhere, 2)));

        assertThat(unloads.news())
                .as("one of each node")
                .hasSize(2)
                .contains(new HeldServices.UnansweredUnload(elsewhere, true));
    }

    @Test
    void aNodeThatHangsWhenAStrangerIsUnloadedIsToldNothingElse() {
        UUID service = running(NODE, LOADED);
        rows.close(service, LOADED);
        accelerators.node(NODE).fails(Reason.TIMED_OUT);
        String stranger = UUID.randomUUID().toString();

        compare(told(NODE, NOON, replicas(service, 2), new LoadedService(stranger, "p", "INIT", 1, null, null)));
        assertThat(unloads.news()).isEmpty();

        compare(told(NODE, NOON, new LoadedService(stranger, "p", "INIT", 1, null, null)));
        assertThat(unloads.news())
                .as("nobody is asked for that")
                .containsExactly(new HeldServices.UnansweredUnload(service, false));
    }

    /** Whoever hears of it asks the node, which is silent. */
    private static <T> FiredEvents<T> silent(FiredEvents<T> heard) {
        return new FiredEvents<>() {
            @Override
            public void fire(T event) {
                heard.fire(event);
                throw new Unavailable("node-timed-out", "as the test says");
            }
        };
    }

    private static LoadedService replicas(UUID id, int number) {
        return new LoadedService(id.toString(), PACKAGE, "RUNNING", number, null, null);
    }

    @Test
    void onlyNodesWithAServiceAreAskedInBetween() {
        running(NODE, LOADED);

        assertThat(held.expectedAt(List.of(NODE, OTHER))).containsExactly(NODE);
    }

    private UUID running(String node, Instant since) {
        UUID service = some.open(UUID.randomUUID(), node, LOADED);
        rows.report(node, List.of(loaded(service, "RUNNING")), since);
        return service;
    }

    @SafeVarargs
    private void compare(Told<LoadedService>... told) {
        held.compare(List.of(told));
    }

    private ServiceState status(String node) {
        return rows.of(node, null).get(0).view().status();
    }

    private static Told<LoadedService> told(String node, Instant asked, LoadedService... services) {
        return new Told<>(node, asked, List.of(services));
    }

    private static LoadedService loaded(UUID id, String status) {
        return new LoadedService(id.toString(), PACKAGE, status, 2, null, null);
    }
}
