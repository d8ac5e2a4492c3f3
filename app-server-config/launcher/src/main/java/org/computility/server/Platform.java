package org.computility.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The running whole: database (unless an external one is given) and server, on one data folder that it alone uses. It
 * may be closed at any time, even while it starts: each part is either not begun or ended in order.
 */
final class Platform implements AutoCloseable {

    private final LauncherConfig config;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean closed;
    private Optional<EmbeddedPostgresServer> postgres = Optional.empty();
    private PayaraMicroServer server;

    Platform(LauncherConfig config) {
        this.config = config;
    }

    /**
     * Starts both; the server may not be ready yet.
     *
     * @throws IllegalStateException when it has been closed meanwhile
     */
    void start(Path home, Optional<String> adminPassword) {
        begin(() -> lock(config.dataDir()));
        if (config.database().isEmpty()) {
            postgres = Optional.of(
                    begin(() -> EmbeddedPostgresServer.start(config.dataDir().resolve("postgres"))));
        }
        Database database =
                config.database().orElseGet(() -> postgres.orElseThrow().database("computility"));
        Map<String, String> environment = new HashMap<>();
        environment.put("COMPUTILITY_DATA_DIR", config.dataDir().toString());
        environment.put("COMPUTILITY_HTTP_PORT", "" + config.port());
        environment.put("COMPUTILITY_PUBLIC_URL", config.publicUrl());
        adminPassword.ifPresent(password -> environment.put("COMPUTILITY_ADMIN_PASSWORD", password));
        server = begin(() -> PayaraMicroServer.start(new PayaraMicroServer.Settings(
                home,
                config.dataDir().resolve("server"),
                config.port(),
                database,
                postgres.map(EmbeddedPostgresServer::processFile),
                config.heapMib(),
                environment)));
    }

    // The lock makes closing wait for a part that is just being started: a half started part could not be ended.
    private synchronized <T extends AutoCloseable> T begin(Supplier<T> start) {
        if (closed) {
            throw new IllegalStateException("told to stop");
        }
        T part = start.get();
        parts.push(part);
        return part;
    }

    void awaitReady() {
        server.awaitReady();
    }

    URI baseUri() {
        return server.baseUri();
    }

    Path log() {
        return server.log();
    }

    /** Waits for the server to end by itself; its exit status. */
    int awaitEnd() throws InterruptedException {
        return server.process().waitFor();
    }

    /** Server first: the database must outlive its last transaction. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("cannot stop", e);
            }
        }
    }

    private static FileChannel lock(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
            FileChannel channel = FileChannel.open(
                    dataDir.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new IllegalStateException("another launcher runs on " + dataDir);
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("this process already runs a platform on " + dataDir, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + dataDir, e);
        }
    }
}
