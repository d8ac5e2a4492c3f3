package org.computility.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers on the loopback address. */
public final class Ports {

    private static final int FIRST = 20_000;
    // Linux: net.ipv4.ip_local_port_range.
    private static final int FIRST_OF_CLIENTS = 32_768;

    private Ports() {}

    /**
     * A port that nobody uses and that the system gives to no client: one of those could have it just when a server that
     * ended is to start again.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(FIRST, FIRST_OF_CLIENTS)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
