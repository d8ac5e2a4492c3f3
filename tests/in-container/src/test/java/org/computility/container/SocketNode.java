package org.computility.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A node of bare sockets on this machine: one that answers with empty lists, one that never answers, one that tells. */
final class SocketNode implements AutoCloseable {

    private static final String EMPTY_LIST = "{\"Code\":0,\"Message\":\"success\",\"Data\":[]}";

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final String answer;
    private final String signOfLife;
    private final Thread acceptor;

    private SocketNode(int port, String answer, String signOfLife) {
        this.answer = answer;
        this.signOfLife = signOfLife;
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = new Thread(this::accept, "socket-node");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    static SocketNode answering() {
        return answering(0);
    }

    static SocketNode answering(int port) {
        return new SocketNode(
                port,
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + EMPTY_LIST.length()
                        + "\r\n\r\n" + EMPTY_LIST,
                "");
    }

    static SocketNode silent() {
        return new SocketNode(0, "", "");
    }

    /** Its stream of events tells this once, when it is opened, and then shows life every second. */
    static SocketNode telling(String event, String data) {
        return new SocketNode(
                0,
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk("event: " + event + "\ndata: " + data + "\n\n"),
                chunk(": alive\n\n"));
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    int port() {
        return server.getLocalPort();
    }

    /** Returns when nobody is answered any more. */
    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
        // Until its thread has noticed, the operating system lets callers in.
        acceptor.join();
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

    private void answer(Socket socket, OutputStream out) throws IOException {
        out.write(answer.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        CountDownLatch never = new CountDownLatch(1);
        while (!signOfLife.isEmpty() && !socket.isClosed()) {
            try {
                boolean unused = never.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            out.write(signOfLife.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader requests =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            for (String line = requests.readLine(); line != null; line = requests.readLine()) {
                if (line.isEmpty()) {
                    answer(socket, out);
                }
            }
        } catch (IOException closed) {
            // The test is over, or the platform has hung up.
        } finally {
            open.remove(socket);
        }
    }
}
