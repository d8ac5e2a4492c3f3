package org.computility.benchmarks.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Thousands of nodes at one port, in one thread, that have nothing to tell: each keeps its event stream alive by a comment
 * every five seconds and has no packages, services or tasks.
 */
final class AnsweringNodes implements AutoCloseable {

    private static final Duration BETWEEN_COMMENTS = Duration.ofSeconds(5);
    private static final int BACKLOG = 4096;
    private static final ByteBuffer HEAD =
            ascii("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    private static final ByteBuffer NOTHING = ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            + "Content-Length: 40\r\n\r\n{\"Code\":0,\"Message\":\"success\",\"Data\":[]}");
    private static final ByteBuffer COMMENT = ascii("9\r\n: alive\n\n\r\n");

    private final Selector selector = Selector.open();
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final ByteBuffer asked = ByteBuffer.allocate(8192);
    private final Thread thread = new Thread(this::serve, "answering-nodes");
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean hanging;

    AnsweringNodes() throws IOException {
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.socket().getLocalPort();
    }

    /** Streams that are open. */
    int open() {
        return open.get();
    }

    /**
     * From now on nobody answers any more and nothing is closed: as machines that lost their power, behind a network that tells
     * nobody.
     */
    void hang() throws InterruptedException {
        hanging = true;
        thread.join();
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        selector.close();
        server.close();
    }

    private void serve() {
        long nextComments = System.nanoTime() + BETWEEN_COMMENTS.toNanos();
        try {
            while (selector.isOpen() && !hanging && !Thread.interrupted()) {
                selector.select(this::serve, 100);
                if (System.nanoTime() >= nextComments) {
                    nextComments += BETWEEN_COMMENTS.toNanos();
                    selector.keys().forEach(this::comment);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else {
                read(key);
            }
        } catch (IOException e) {
            end(key);
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = server.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
        }
    }

    private void read(SelectionKey key) throws IOException {
        asked.clear();
        if (((SocketChannel) key.channel()).read(asked) < 0) {
            end(key);
            return;
        }
        // The platform's requests are short and have no body: one comes at a time, whole.
        if (StandardCharsets.US_ASCII.decode(asked.flip()).toString().startsWith("GET /ACSMP/Events ")) {
            key.attach(HEAD);
            open.incrementAndGet();
            write(key, HEAD);
        } else {
            write(key, NOTHING);
        }
    }

    private void comment(SelectionKey key) {
        if (key.isValid() && key.attachment() != null) {
            try {
                write(key, COMMENT);
            } catch (IOException e) {
                end(key);
            }
        }
    }

    /** Never more than fits into the socket's buffer: the platform reads, or is about to drop the stream anyway. */
    private static void write(SelectionKey key, ByteBuffer bytes) throws IOException {
        if (((SocketChannel) key.channel()).write(bytes.duplicate()) < bytes.limit()) {
            throw new IOException("the platform does not read");
        }
    }

    private void end(SelectionKey key) {
        if (key.attachment() != null) {
            open.decrementAndGet();
        }
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)).asReadOnlyBuffer();
    }
}
