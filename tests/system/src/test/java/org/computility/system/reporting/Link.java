package org.computility.system.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The way from one platform to another, by TCP; it can be cut, whatever is on it, and mended. */
final class Link implements AutoCloseable {

    private final ServerSocket door;
    private final URI target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean cut;

    /** @param target where the other end is */
    Link(URI target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::admit);
    }

    /** How the other end is called by this way, without a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** What is on its way is lost, and nothing comes through until {@link #mend}. */
    void cut() {
        cut = true;
        open.forEach(Link::end);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            cut();
            threads.shutdownNow();
        }
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                threads.execute(() -> join(caller));
            } catch (IOException e) {
                // Closed.
                return;
            }
        }
    }

    private void join(Socket caller) {
        open.add(caller);
        if (cut) {
            end(caller);
            return;
        }
        try {
            Socket other = new Socket(target.getHost(), target.getPort());
            open.add(other);
            threads.execute(() -> copy(other, caller));
            copy(caller, other);
        } catch (IOException e) {
            end(caller);
        }
    }

    /** Until one of the two ends; then both do. */
    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            if (!cut) {
                from.getInputStream().transferTo(to.getOutputStream());
            }
        } catch (IOException e) {
            // Cut, or one end has gone.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
