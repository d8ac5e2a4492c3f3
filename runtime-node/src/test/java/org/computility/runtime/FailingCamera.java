package org.computility.runtime;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A camera that plays an MPEG-TS file by RTSP over TCP. The first time it is played, it fails in the middle; after that it
 * plays to the end of the file and hangs up.
 */
final class FailingCamera implements AutoCloseable {

    /** How it fails; its connection stays open. */
    enum Failure {
        SILENCE,
        /** Packets of the right form with senseless content. */
        SENSELESS_PACKETS,
        /** Bytes that are no packets at all. */
        SENSELESS_BYTES
    }

    private static final int PACKET = 7 * 188;
    private static final int TICK_MILLIS = 40;
    private static final String SDP = """
            v=0\r
            o=- 0 0 IN IP4 127.0.0.1\r
            s=camera\r
            c=IN IP4 0.0.0.0\r
            t=0 0\r
            m=video 0 RTP/AVP 33\r
            a=control:track\r
            """;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final CopyOnWriteArrayList<Socket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger plays = new AtomicInteger();
    private final byte[] content;
    private final Duration length;
    private final Failure failure;
    private final Duration failsAfter;

    /** @param length how long the file plays */
    FailingCamera(byte[] content, Duration length, Failure failure, Duration failsAfter) throws IOException {
        this.content = content;
        this.length = length;
        this.failure = failure;
        this.failsAfter = failsAfter;
        begin(this::accept);
    }

    String url() {
        return "rtsp://127.0.0.1:" + server.getLocalPort() + "/" + failure;
    }

    /** How often it has been played. */
    int plays() {
        return plays.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket each : connections) {
            each.close();
        }
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static void begin(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException e) {
                // The far end, or the test, has hung up.
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket connection = server.accept();
            connections.add(connection);
            begin(() -> converse(connection));
        }
    }

    private void converse(Socket connection) throws IOException, InterruptedException {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String method = line.split(" ", 2)[0];
                String sequence = "";
                for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                    sequence = header.startsWith("CSeq") ? header : sequence;
                }
                out.write(answer(method, sequence).getBytes(StandardCharsets.US_ASCII));
                if (method.equals("PLAY")) {
                    play(out, plays.incrementAndGet() == 1);
                    return;
                }
            }
        }
    }

    private static String answer(String method, String sequence) {
        String head = "RTSP/1.0 200 OK\r\n" + sequence + "\r\n";
        return switch (method) {
            case "OPTIONS" -> head + "Public: DESCRIBE, SETUP, PLAY\r\n\r\n";
            case "DESCRIBE" ->
                head + "Content-Type: application/sdp\r\nContent-Length: " + SDP.length() + "\r\n\r\n" + SDP;
            case "SETUP" -> head + "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 1\r\n\r\n";
            default -> head + "Session: 1\r\n\r\n";
        };
    }

    private void play(DataOutputStream out, boolean failing) throws IOException, InterruptedException {
        Random random = new Random(1);
        List<Integer> frames = Stamps.frames(content);
        long ticks = length.toMillis() / TICK_MILLIS;
        int sent = 0;
        for (long tick = 1; tick <= ticks || failing; tick++) {
            Thread.sleep(TICK_MILLIS);
            boolean failed = failing && tick * TICK_MILLIS > failsAfter.toMillis();
            byte[] noise = new byte[PACKET];
            random.nextBytes(noise);
            if (failed && failure == Failure.SENSELESS_BYTES) {
                out.write(noise);
            } else if (failed && failure == Failure.SENSELESS_PACKETS) {
                send(out, sent++, tick, noise, 0, PACKET);
            }
            // Each frame when it is due, as cameras do, and the rest with the last of them.
            int due = (int) (frames.size() * tick / ticks);
            int end = due < frames.size() ? frames.get(due) : content.length;
            for (; !failed && sent * PACKET < end; sent++) {
                send(out, sent, tick, content, sent * PACKET, Math.min(PACKET, content.length - sent * PACKET));
            }
        }
    }

    /** One RTP packet (RFC 2250), interleaved as RFC 2326 says. */
    private static void send(DataOutputStream out, int number, long tick, byte[] bytes, int from, int size)
            throws IOException {
        out.writeByte('$');
        out.writeByte(0);
        out.writeShort(12 + size);
        out.writeByte(0x80);
        out.writeByte(33);
        out.writeShort(number);
        out.writeInt((int) (tick * TICK_MILLIS * 90));
        out.writeInt(1);
        out.write(bytes, from, size);
    }
}
