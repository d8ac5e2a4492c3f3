package org.computility.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.AcceleratorConnectionFactory;
import org.computility.container.inside.HeardEvents;
import org.computility.container.turns.InTurn;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server's pool of connections to nodes, and the redelivery of what nodes tell. */
@InTurn(place = 0)
@ExtendWith(ArquillianExtension.class)
class AdapterIT {

    /** As the application's descriptors ask for. */
    private static final int POOL = 200;

    private static final int FAILURES = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Resource(lookup = "java:app/eis/accelerators")
    private AcceleratorConnectionFactory accelerators;

    @EJB
    private HeardEvents heard;

    @Deployment
    static Archive<?> platform() {
        return PlatformArchive.of(AdapterIT.class)
                .with(HeardEvents.class)
                .beside(SocketNode.class)
                .build();
    }

    @Test
    void aThousandFailuresKeepNoPlaceOfThePool() throws Exception {
        // Bound, but not listening: no other process of a busy machine can take the port meanwhile.
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", 0));
            RuntimeAddress nobody = address("34020000005050000001", taken.getLocalPort());
            for (int i = 0; i < FAILURES; i++) {
                try (AcceleratorConnection connection = accelerators.getConnection(nobody)) {
                    assertThatThrownBy(connection::services).satisfies(reason(RuntimeFailure.Reason.UNREACHABLE));
                }
            }
            assertThatAllPlacesAreFree(nobody);
        }
    }

    @Test
    void aCallThatGetsNoAnswerEndsAndGivesItsPlaceBack() throws Exception {
        try (SocketNode silent = SocketNode.silent()) {
            RuntimeAddress address = address("34020000005050000002", silent.port());
            try (AcceleratorConnection connection = accelerators.getConnection(address)) {
                assertThatThrownBy(connection::services).satisfies(reason(RuntimeFailure.Reason.TIMED_OUT));
            }
            assertThatAllPlacesAreFree(address);
        }
    }

    @Test
    void aNodeThatDiedAndCameBackIsReachedThroughTheSamePlace() throws Exception {
        int port;
        AcceleratorConnection connection;
        try (SocketNode node = SocketNode.answering()) {
            port = node.port();
            connection = accelerators.getConnection(address("34020000005050000003", port));
            assertThat(connection.services()).isEmpty();
        }
        assertThatThrownBy(connection::services).satisfies(reason(RuntimeFailure.Reason.UNREACHABLE));
        try (SocketNode back = SocketNode.answering(port)) {
            assertThat(connection.services()).isEmpty();
            assertThat(back.port()).isEqualTo(port);
        }
        connection.close();
    }

    @Test
    void anEventWhoseListenerFailsIsDeliveredAgainAndOnlyOnceTaken() throws Exception {
        String code = "34020000005050000004";
        heard.failFirst(code, 2);
        try (SocketNode node = SocketNode.telling("service", HeardEvents.SERVICE)) {
            accelerators.watch(address(code, node.port()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(heard.taken(code)).isOne());
            assertThat(heard.offered(code)).isEqualTo(3);
        } finally {
            accelerators.unwatch(code);
        }
    }

    private void assertThatAllPlacesAreFree(RuntimeAddress address) throws Exception {
        List<AcceleratorConnection> all = new ArrayList<>();
        for (int i = 0; i < POOL; i++) {
            all.add(accelerators.getConnection(address));
        }
        for (AcceleratorConnection connection : all) {
            connection.close();
        }
        assertThat(all).hasSize(POOL);
    }

    private static org.assertj.core.api.ThrowingConsumer<Throwable> reason(RuntimeFailure.Reason reason) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    private static RuntimeAddress address(String code, int port) {
        return new RuntimeAddress(code, "127.0.0.1", port, "device", "secret");
    }
}
