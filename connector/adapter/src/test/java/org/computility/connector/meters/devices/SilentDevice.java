package org.computility.connector.meters.devices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Takes every connection and every datagram at its port, and never answers. */
public final class SilentDevice implements AutoCloseable {

    private static final int WAITING = 50;

    private final ServerSocket tcp;
    private final DatagramSocket udp;

    public SilentDevice(int port) {
        try {
            tcp = new ServerSocket(port, WAITING, InetAddress.getLoopbackAddress());
            udp = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        tcp.close();
        udp.close();
    }
}
