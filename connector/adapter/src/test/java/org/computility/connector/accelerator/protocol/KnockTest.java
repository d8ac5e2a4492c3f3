package org.computility.connector.accelerator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.accelerator.Door;
import org.junit.jupiter.api.Test;

class KnockTest {

    @Test
    void whoListensIsThereAndWhoHasStoppedRefuses() throws IOException {
        int port;
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = listening.getLocalPort();
            assertThat(at("127.0.0.1", port)).isEqualTo(Door.OPEN);
        }

        assertThat(at("127.0.0.1", port)).isEqualTo(Door.SHUT);
    }

    @Test
    void aNameThatDoesNotResolveIsNoRefusal() {
        assertThat(at("no-such-node.invalid", 80)).isEqualTo(Door.SILENT);
    }

    private static Door at(String host, int port) {
        return Knock.at(new RuntimeAddress("n", host, port, "u", "p"));
    }
}
