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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The running whole: database (unless an external one is given) and server, on one data folder that it alone uses. */
final class Platform implements AutoCloseable {

    private final FileChannel lock;
    private final Optional<EmbeddedPostgresServer> postgres;
    private final PayaraMicroServer server;

    private Platform(FileChannel lock, Optional<EmbeddedPostgresServer> postgres, PayaraMicroServer server) {
        this.lock = lock;
        this.postgres = postgres;
        this.server = server;
    }

    /** Starts both; the server may not be ready yet. */
    static Platform start(LauncherConfig config, Path home, Optional<String> adminPassword) {
        FileChannel lock = lock(config.dataDir());
        Optional<EmbeddedPostgresServer> postgres = config.database().isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedPostgresServer.start(config.dataDir().resolve("postgres")));
        Database database =
                config.database().orElseGet(() -> postgres.orElseThrow().database("computility"));
        Map<String, String> environment = new HashMap<>();
        environment.put("COMPUTILITY_DATA_DIR", config.dataDir().toString());
        environment.put("COMPUTILITY_HTTP_PORT", "" + config.port());
        environment.put("COMPUTILITY_PUBLIC_URL", config.publicUrl());
        adminPassword.ifPresent(password -> environment.put("COMPUTILITY_ADMIN_PASSWORD", password));
        PayaraMicroServer server = PayaraMicroServer.start(new PayaraMicroServer.Settings(
                home,
                config.dataDir().resolve("server"),
                config.port(),
                database,
                postgres.map(EmbeddedPostgresServer::processId).orElse(0L),
                environment));
        return new Platform(lock, postgres, server);
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
    public void close() {
        server.close();
        postgres.ifPresent(EmbeddedPostgresServer::close);
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
