package org.computility.runtime;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.computility.runtime.api.EventStreams;
import org.computility.runtime.api.SouthboundServer;
import org.computility.runtime.media.MediaPolicy;
import org.computility.runtime.monitoring.DeviceMonitor;
import org.computility.runtime.packages.PackageStore;
import org.computility.runtime.registration.Fence;
import org.computility.runtime.registration.Registration;
import org.computility.runtime.results.ResultSpool;
import org.computility.runtime.services.Services;
import org.computility.runtime.tasks.TaskSurroundings;
import org.computility.runtime.tasks.Tasks;

/**
 * The reference accelerator runtime. As a program it runs until it is told to end; it can as well be embedded. Settings:
 * {@link NodeConfig}.
 */
public final class RuntimeNode implements AutoCloseable {

    private static final Logger LOG = System.getLogger(RuntimeNode.class.getName());
    private static final Duration STOPPING = Duration.ofSeconds(5);
    private static final Duration LAST_DELIVERIES = Duration.ofSeconds(3);

    private final Registration registration;
    private final ResultSpool spool;
    private final PackageStore packages;
    private final Services services;
    private final Tasks tasks;
    private final Fence fence;
    private final DeviceMonitor monitor;
    private final SouthboundServer server;
    private boolean closed;

    private RuntimeNode(NodeConfig config) throws IOException {
        EventStreams events = new EventStreams();
        this.registration = new Registration(config);
        this.spool = new ResultSpool(config.data().resolve("results"), config.spoolBytes(), registration);
        this.packages =
                new PackageStore(config.data().resolve("packages"), state -> events.tell("package", state.toJson()));
        this.services = new Services(
                packages,
                config.accelerator(),
                config.data().resolve("licences"),
                state -> events.tell("service", state.toJson()));
        this.tasks = new Tasks(
                services,
                new TaskSurroundings(
                        config.code(),
                        new MediaPolicy(config.media()),
                        spool::submit,
                        state -> events.tell("task", state.toJson())),
                STOPPING);
        this.fence = new Fence(
                config.platform() == null ? Duration.ZERO : config.fence(),
                registration::silence,
                tasks::end,
                tasks::takeUp);
        this.monitor = new DeviceMonitor(config.code(), config.host(), config.powercap());
        this.server = new SouthboundServer(config, monitor, packages, services, tasks, events);
    }

    /** Starts a node; it serves its API when this returns, and registers in the background. */
    public static RuntimeNode start(NodeConfig config) throws IOException {
        RuntimeNode node = new RuntimeNode(config);
        node.server.start();
        node.registration.start();
        node.fence.start();
        LOG.log(Level.INFO, "The {0} is up", config);
        return node;
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    /** Waits until the receivers have taken every result found so far; false when the time is over first. */
    boolean awaitDelivery(Duration within) throws InterruptedException {
        return spool.drain(within);
    }

    /**
     * Ends tasks, gives waiting results a last chance to be delivered, and leaves the rest on disk for the next start.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        fence.close();
        tasks.close();
        try {
            if (!awaitDelivery(LAST_DELIVERIES)) {
                LOG.log(Level.INFO, "Results wait on disk for the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        registration.close();
        server.close();
        monitor.close();
        spool.close();
        services.close();
        packages.close();
    }

    /** Runs a node; {@code --unregister} takes it off the platform's list instead. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(System.getenv());
        boolean unregister = false;
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (argument.equals("--unregister")) {
                unregister = true;
            } else if (equals > 0) {
                settings.put(argument.substring(0, equals), argument.substring(equals + 1));
            } else {
                throw new IllegalArgumentException("Arguments are NAME=value or --unregister, not " + argument);
            }
        }
        NodeConfig config = NodeConfig.of(settings);
        if (unregister) {
            try (Registration registration = new Registration(config)) {
                registration.unregister();
            }
            return;
        }
        RuntimeNode node = RuntimeNode.start(config);
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            node.close();
                            end.countDown();
                        },
                        "shutdown"));
        end.await();
    }
}
