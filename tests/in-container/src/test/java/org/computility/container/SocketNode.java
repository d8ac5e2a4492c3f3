package org.computility.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A node of bare sockets on this machine: one that answers with empty lists, one that never answers, one that tells. */
final class SocketNode implements AutoCloseable {

    private static final String EMPTY_LIST = "{\"Code\":0,\"Message\":\"success\",\"Data\":[]}";

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final String answer;

    private SocketNode(int port, String answer) {
        this.answer = answer;
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "socket-node");
        thread.setDaemon(true);
        thread.start();
    }

    static SocketNode answering() {
        return answering(0);
    }

    static SocketNode answering(int port) {
        return new SocketNode(
                port,
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + EMPTY_LIST.length()
                        + "\r\n\r\n" + EMPTY_LIST);
    }

    static SocketNode silent() {
        return new SocketNode(0, "");
    }

    /** Its stream of events tells this once and stays open. */
    static SocketNode telling(String event, String data) {
        String stream = "event: " + event + "\ndata: " + data + "\n\n";
        String chunk = Integer.toHexString(stream.length()) + "\r\n" + stream + "\r\n";
        return new SocketNode(
                0, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread thread = new Thread(() -> serve(socket), "socket-node");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader requests =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            for (String line = requests.readLine(); line != null; line = requests.readLine()) {
                if (line.isEmpty()) {
                    out.write(answer.getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                }
            }
        } catch (IOException closed) {
            // The test is over, or the platform has hung up.
        } finally {
            open.remove(socket);
        }
    }
}
