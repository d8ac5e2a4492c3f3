package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.computility.runtime.http.FakeServer;
import org.computility.runtime.http.FakeServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The node as a program: its arguments, its port, its end. */
@Timeout(60)
class RuntimeNodeTest {

    @TempDir
    Path temp;

    @Test
    void itWorksByItselfWithoutAPlatformAndClosesTwice() throws Exception {
        RuntimeNode node = RuntimeNode.start(NodeConfig.of(settings(Map.of())));
        NodeClient client = new NodeClient(node.port(), "node:secret");

        assertThat(client.call("GET", "/Tasks", null).list()).isEmpty();
        assertThat(node.awaitDelivery(Duration.ofSeconds(5)))
                .as("nothing waits")
                .isTrue();
        node.close();
        node.close();
        assertThatThrownBy(() -> client.call("GET", "/Tasks", null)).isInstanceOf(IOException.class);
    }

    @Test
    void itStartsAgainOnTheSameFoldersAndPort() throws Exception {
        int port;
        try (RuntimeNode first = RuntimeNode.start(NodeConfig.of(settings(Map.of())))) {
            port = first.port();
        }
        Map<String, String> settings = settings(Map.of("NODE_PORT", String.valueOf(port)));
        try (RuntimeNode second = RuntimeNode.start(NodeConfig.of(settings))) {
            assertThat(second.port()).isEqualTo(port);
        }
    }

    @Test
    void aPortThatIsTakenIsAFailureToStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NodeConfig config = NodeConfig.of(settings(Map.of("NODE_PORT", String.valueOf(taken.getLocalPort()))));

            assertThatThrownBy(() -> RuntimeNode.start(config)).isInstanceOf(BindException.class);
        }
    }

    @Test
    void argumentsAreSettingsOrOneWord() {
        for (String wrong : new String[] {"", "NODE_CODE", "=x", "--help"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RuntimeNode.main(wrong))
                    .withMessage("Arguments are NAME=value or --unregister, not " + wrong);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuntimeNode.main("NODE_CODE=7"))
                .withMessage("NODE_CODE has 20 digits");
    }

    @Test
    void unregisteringIsAllThatItDoesThen() throws Exception {
        try (FakeServer platform = new FakeServer(request -> Reply.json(200, "{\"Code\":0}"))) {
            RuntimeNode.main(
                    "NODE_CODE=" + NodeFixture.CODE,
                    "NODE_USERNAME=node",
                    "NODE_PASSWORD=sec=ret",
                    "PLATFORM_URL=" + platform.url("/"),
                    "--unregister");

            assertThat(platform.requests()).singleElement().satisfies(request -> {
                assertThat(request.uri()).hasToString("/ACSMP/UnRegister");
                assertThat(request.text()).contains("\"Password\":\"sec=ret\"");
            });
        }
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "NODE_CODE", NodeFixture.CODE,
                "NODE_PORT", "0",
                "NODE_USERNAME", "node",
                "NODE_PASSWORD", "secret",
                "NODE_DATA_DIR", temp.resolve("data").toString()));
        settings.putAll(more);
        return settings;
    }
}
