package org.computility.runtime.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.Resources;
import org.computility.runtime.Refusal;
import org.computility.runtime.services.AlgorithmService.Seat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seats and replicas: who finds a place, who does not, and what the service says of itself meanwhile. */
class AlgorithmServiceTest {

    private static final int STREAMS = 2;
    private static final AlgoPackage PACKAGE = new AlgoPackage(
            "1101080000508000000120261101000000000077",
            "sample",
            "1",
            AlgoPackage.Type.ARTIFACT,
            "nobody",
            "",
            List.of(),
            List.of("CPU"),
            new Resources(1, 1, 0),
            STREAMS,
            List.of(),
            null);

    private final List<ServiceState> news = new ArrayList<>();
    private AlgorithmService service;

    @BeforeEach
    void make() {
        service = new AlgorithmService("s", PACKAGE, 2, news::add);
    }

    @Test
    void itRunsOnceAllItsReplicasAreLoaded() {
        assertThat(service.state()).isEqualTo(new ServiceState("s", PACKAGE.id(), "INIT", 2, null));
        assertThat(service.lacksReplica()).isTrue();
        add(1);
        assertThat(status()).isEqualTo("INIT");
        add(1);

        assertThat(status()).isEqualTo("RUNNING");
        assertThat(service.lacksReplica()).isFalse();
    }

    @Test
    void aServiceThatIsNotRunningGivesNoSeatAndSaysWhatItIs() {
        add(1);
        assertThatThrownBy(() -> service.take("c"))
                .isInstanceOf(Refusal.class)
                .hasMessage("The service s is not running but INIT")
                .satisfies(e -> assertThat(((Refusal) e).status()).isEqualTo(409));

        service.fail("no such graph");
        assertThat(service.state()).isEqualTo(new ServiceState("s", PACKAGE.id(), "ERROR", 2, "no such graph"));
        assertThat(service.lacksReplica()).as("nobody goes on loading").isFalse();
        assertThatThrownBy(() -> service.take("c")).hasMessageEndingWith("but ERROR");
    }

    /** Asked for three, then for one while the first was loaded: it would wait for ever for two that nobody wants. */
    @Test
    void aServiceThatRunsGoesOnWithWhatItHasWhenAFurtherReplicaFails() throws Exception {
        add(2);
        service.want(3);
        service.fail("no memory left on the card");

        assertThat(service.state())
                .isEqualTo(new ServiceState("s", PACKAGE.id(), "RUNNING", 2, "no memory left on the card"));
        assertThat(service.lacksReplica()).isFalse();
        service.take("c");

        service.want(3);
        assertThat(service.state()).isEqualTo(new ServiceState("s", PACKAGE.id(), "RUNNING", 3, null));
    }

    @Test
    void aServiceThatNeedsFewerWhileItIsLoadedRunsWithThose() throws Exception {
        add(1);
        service.want(1);

        assertThat(service.state()).isEqualTo(new ServiceState("s", PACKAGE.id(), "RUNNING", 1, null));
        assertThat(service.take("c")).isNotNull();
    }

    @Test
    void seatsAreGivenInTheEmptiestReplicaUntilAllAreFull() throws Exception {
        add(2);
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < 2 * STREAMS; i++) {
            seats.add(service.take("c"));
        }
        assertThatThrownBy(() -> service.take("c"))
                .isInstanceOf(Refusal.class)
                .hasMessage("The service s is full: 2 replicas of 2 streams");

        seats.get(3).close();
        assertThat(service.take("c")).isNotNull();
        assertThatThrownBy(() -> service.take("c")).hasMessageContaining("full");
    }

    @Test
    void aSeatGivenBackTwiceIsOneSeat() throws Exception {
        add(2);
        Seat seat = service.take("c");
        seat.close();
        seat.close();

        for (int i = 0; i < 2 * STREAMS; i++) {
            service.take("c");
        }
        assertThatThrownBy(() -> service.take("c")).hasMessageContaining("full");
    }

    @Test
    void fewerReplicasThanItsTasksNeedAreRefused() throws Exception {
        add(2);
        for (int i = 0; i < STREAMS + 1; i++) {
            service.take("c");
        }

        assertThatThrownBy(() -> service.want(1))
                .isInstanceOf(Refusal.class)
                .hasMessage("The service s runs 3 tasks, more than 1 replicas of 2 streams take");
        assertThat(service.state().replicas()).as("and it stays as it was").isEqualTo(2);
    }

    /** Its two tasks run in a replica each: no task is ended for the sake of a replica. */
    @Test
    void aReplicaTooManyGoesOnceItsLastTaskEnds() throws Exception {
        add(2);
        Seat first = service.take("c");
        Seat second = service.take("c");

        service.want(1);
        assertThat(service.state().replicas()).isEqualTo(1);
        assertThatThrownBy(() -> service.take("c"))
                .as("both replicas have a free seat, and yet it is full")
                .hasMessage("The service s is full: 1 replicas of 2 streams");

        second.close();
        assertThat(service.take("c")).isNotNull();
        assertThatThrownBy(() -> service.take("c")).hasMessageContaining("full");
        first.close();
        assertThat(service.take("c")).isNotNull();
        service.want(2);
        assertThat(service.lacksReplica()).as("the replica too many is closed").isTrue();
    }

    @Test
    void aReplicaTooManyThatIsWantedAgainStays() throws Exception {
        add(2);
        service.take("c");
        service.take("c");
        service.want(1);
        service.want(2);

        assertThat(service.lacksReplica()).isFalse();
        assertThat(service.take("c")).isNotNull();
    }

    @Test
    void moreReplicasAreRoomForMoreOnceTheyAreLoaded() throws Exception {
        add(2);
        for (int i = 0; i < 2 * STREAMS; i++) {
            service.take("c");
        }
        service.want(3);
        assertThat(status()).as("its tasks go on meanwhile").isEqualTo("RUNNING");
        assertThat(service.lacksReplica()).isTrue();
        assertThatThrownBy(() -> service.take("c")).hasMessageContaining("full");

        add(1);
        assertThat(service.take("c")).isNotNull();
    }

    @Test
    void anOverloadIsToldOfWhenItBeginsAndWhenItEnds() throws Exception {
        add(2);
        Seat first = service.take("c");
        Seat second = service.take("c");
        first.overloaded(true);
        first.overloaded(true);
        second.overloaded(true);
        assertThat(service.state().status()).isEqualTo("OVERLOAD");
        assertThat(service.state().message()).startsWith("2 tasks leave out frames");
        assertThat(service.take("c"))
                .as("only a service in ERROR takes no new tasks")
                .isNotNull();

        first.overloaded(false);
        assertThat(service.state().message()).startsWith("1 tasks");
        second.close();
        assertThat(service.state()).isEqualTo(new ServiceState("s", PACKAGE.id(), "RUNNING", 2, null));
        assertThat(news)
                .extracting(ServiceState::status)
                .containsExactly("OVERLOAD", "OVERLOAD", "OVERLOAD", "RUNNING");
    }

    @Test
    void anUnloadedServiceHasNothingAndStaysUnloaded() throws Exception {
        add(2);
        Seat seat = service.take("c");
        service.unload();

        assertThat(service.state()).isEqualTo(new ServiceState("s", PACKAGE.id(), "UNSPECIFIED", 0, null));
        assertThat(service.lacksReplica()).isFalse();
        assertThatThrownBy(() -> service.take("c")).hasMessageEndingWith("but UNSPECIFIED");
        seat.close();

        // What was still being loaded for it fails.
        service.fail("too late");
        assertThat(status()).isEqualTo("UNSPECIFIED");
    }

    @Test
    void aStateIsSpeltAsTheApiHasIt() {
        assertThat(new ServiceState("s", "p", "RUNNING", 2, null).toJson())
                .hasToString(
                        "{\"AlgoServiceID\":\"s\",\"AlgoFilePackageID\":\"p\",\"Status\":\"RUNNING\",\"Replicas\":2}");
        assertThat(new ServiceState("s", "p", "ERROR", 1, "why").toJson().getString("Message"))
                .isEqualTo("why");
    }

    private void add(int replicas) {
        for (int i = 0; i < replicas; i++) {
            service.add(new Replica());
        }
    }

    private String status() {
        return service.state().status();
    }
}
