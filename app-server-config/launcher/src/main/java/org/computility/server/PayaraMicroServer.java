package org.computility.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** The platform on Payara Micro, in a process of its own that ends with the process that started it. */
public final class PayaraMicroServer implements AutoCloseable {

    /** Memory for the server's objects, in MiB, unless something else is set: enough for some thousand nodes. */
    public static final int HEAP_MIB = 768;

    private static final Duration BOOT_LIMIT = Duration.ofMinutes(10);
    private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(2);
    private static final Pattern BOOTED = Pattern.compile("Payara Micro .* ready in [\\d,.]+ \\(ms\\)");
    private static final long STOP_SECONDS = 60;

    /**
     * Half of the JVM's work at a start was done by its second compiler, on methods of which most never run again. So
     * the compiler waits for ten times as many calls as it would by itself (busy methods get there within minutes).
     * The classes get their room at once, because each time this room grows, all objects are collected.
     */
    private static final List<String> CALM_START = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000",
            "-XX:MetaspaceSize=256m");

    private static final long POLL_NANOS = 200_000_000;

    private final Process process;
    private final URI baseUri;
    private final ServerLog log;

    private PayaraMicroServer(Process process, URI baseUri, ServerLog log) {
        this.process = process;
        this.baseUri = baseUri;
        this.log = log;
    }

    /**
     * What to start.
     *
     * @param home the folder that the build fills: {@code server/} with Payara Micro, the WAR, the adapter and the boot files
     * @param work for temporary files and the log; its {@code tmp} is emptied at each start
     * @param port of HTTP, on all addresses
     * @param database of the application and of its batch repository
     * @param databaseProcess the file that names the process of a database that goes down if the starting process dies
     * @param heapMib memory for objects, in MiB
     * @param environment more settings ({@code COMPUTILITY_…}) for the application
     */
    public record Settings(
            Path home,
            Path work,
            int port,
            Database database,
            Optional<Path> databaseProcess,
            int heapMib,
            Map<String, String> environment) {}

    /** Starts the process and returns at once; {@link #awaitReady} tells when it serves. */
    public static PayaraMicroServer start(Settings settings) {
        Path work = settings.work().toAbsolutePath();
        try {
            Files.createDirectories(work);
            ServerLog log = new ServerLog(work);
            Path temporary = settings.work().resolve("tmp");
            Folders.delete(temporary);
            Files.createDirectories(temporary);
            ProcessBuilder builder = new ProcessBuilder(Processes.detached(command(settings, temporary, log)))
                    .redirectErrorStream(true)
                    .redirectOutput(log.output().toFile());
            builder.environment().putAll(settings.database().environment());
            builder.environment().putAll(settings.environment());
            URI baseUri = URI.create("http://127.0.0.1:" + settings.port() + "/");
            return new PayaraMicroServer(builder.start(), baseUri, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Payara Micro in " + work, e);
        }
    }

    /**
     * Returns when {@code /platform/v1/health/ready} answers 200.
     *
     * @throws IllegalStateException when the process ends, does not boot within ten minutes, or booted without a
     *     working application: Payara Micro goes on without one and tells only its log
     */
    public void awaitReady() {
        // Not asked over HTTP before: a server that boots answers late, when nobody waits any more, and fills the log
        // with traces.
        await(this::booted, BOOT_LIMIT, "did not boot");
        await(this::ready, WARM_UP_LIMIT, "booted, but the application is not ready");
    }

    private void await(BooleanSupplier reached, Duration time, String complaint) {
        Instant limit = Instant.now().plus(time);
        while (!reached.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended with " + process.exitValue() + ", see " + log.file()
                        + " and " + log.output());
            }
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException("the server " + complaint + ", see " + log.file());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Where the platform answers, with a slash at its end. */
    public URI baseUri() {
        return baseUri;
    }

    /** The server's process. */
    public Process process() {
        return process;
    }

    /** Where the server's output goes. */
    public Path log() {
        return log.file();
    }

    /** Stops the application and the server in order; returns when the process is gone. */
    @Override
    public void close() {
        Processes.end(process, STOP_SECONDS);
    }

    private boolean booted() {
        return log.says(BOOTED);
    }

    private boolean ready() {
        HttpRequest request = HttpRequest.newBuilder(baseUri.resolve("platform/v1/health/ready"))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server started", e);
        }
    }

    private static List<String> command(Settings settings, Path temporary, ServerLog log) throws IOException {
        Path server = settings.home().resolve("server").toAbsolutePath();
        UnpackedMicro micro = UnpackedMicro.in(
                settings.work().toAbsolutePath().resolve("program"), server.resolve("payara-micro.jar"));
        Path root = temporary.toAbsolutePath().resolve("root");
        micro.copySettings(root);
        log.addTo(root.resolve("config/logging.properties"));
        List<String> command = new ArrayList<>();
        command.add(Processes.java());
        command.add("-Xmx" + settings.heapMib() + "m");
        command.addAll(CALM_START);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djava.io.tmpdir=" + temporary.toAbsolutePath());
        Path watch = settings.home().toAbsolutePath().resolve("computility-launcher-parent-watch.jar");
        command.addAll(micro.options(watch, server.resolve("postgresql.jar")));
        command.add(ParentWatch.class.getName());
        command.add(settings.databaseProcess().map(Path::toString).orElse(""));
        command.add(micro.program());
        command.addAll(List.of("--rootdir", root.toString(), "--port", "" + settings.port(), "--nocluster"));
        command.addAll(List.of(
                "--prebootcommandfile", server.resolve("pre-boot.asadmin").toString()));
        command.addAll(List.of(
                "--postbootcommandfile", server.resolve("post-boot.asadmin").toString()));
        command.addAll(List.of(
                "--postdeploycommandfile", server.resolve("post-deploy.asadmin").toString()));
        // In this order: the application's message-driven bean binds to the adapter.
        command.addAll(
                List.of("--deploy", server.resolve("computility-connector.rar").toString()));
        command.addAll(List.of("--deploy", server.resolve("computility.war").toString()));
        return command;
    }
}
