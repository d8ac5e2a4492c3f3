package org.computility.connector.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A runtime of bare sockets: on each connection it reads one request, writes some bytes, and then does what the test says. */
final class SocketServer implements AutoCloseable {

    private final ServerSocket server;
    private final String answer;
    private final boolean hangUp;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private SocketServer(String answer, boolean hangUp) throws IOException {
        this.answer = answer;
        this.hangUp = hangUp;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "socket-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Writes that and hangs up. */
    static SocketServer writing(String answer) throws IOException {
        return new SocketServer(answer, true);
    }

    /** Writes that and keeps the connection. */
    static SocketServer holding(String answer) throws IOException {
        return new SocketServer(answer, false);
    }

    Target target() {
        URI base = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/base");
        return new Target(base, Map.of("Authorization", "secret"), "the runtime");
    }

    /** First lines of the requests so far. */
    List<String> requests() {
        return requests;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                serve(socket);
            } catch (IOException e) {
                // The test is over, or the client has hung up.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        requests.add(String.valueOf(lines.readLine()));
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            requests.add(line);
        }
        OutputStream out = socket.getOutputStream();
        out.write(answer.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        if (hangUp) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
