package org.computility.runtime.registration;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.computility.runtime.NodeConfig;
import org.computility.runtime.results.PlatformDoor;

/**
 * Keeps the node registered (T/BAX 0006.5 B.1, B.3): registers at start, keeps alive, and registers again when the platform
 * knows neither node nor token any more. While the platform is away it tries again with growing, jittered pauses.
 */
public final class Registration implements PlatformDoor, AutoCloseable {

    private static final Logger LOG = System.getLogger(Registration.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final NodeConfig config;
    private final Duration firstPause;
    private final PlatformCalls platform;
    private final Semaphore alarm = new Semaphore(0);
    private final Thread thread = new Thread(this::keepRegistered, "registration");
    private volatile String token;
    /** When the last message was sent that the platform answered well: it has heard the node since. */
    private volatile long reachedAt = System.nanoTime();

    private volatile boolean closed;

    public Registration(NodeConfig config) {
        this(config, FIRST_PAUSE);
    }

    /** @param firstPause the next ones are twice as long each, up to half a minute */
    Registration(NodeConfig config, Duration firstPause) {
        this.config = config;
        this.firstPause = firstPause;
        this.platform = config.platform() == null ? null : new PlatformCalls(config.platform());
    }

    /** Begins; returns at once. */
    public void start() {
        if (platform != null) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public URI results() {
        return platform == null ? null : config.platform().resolve("/platform/v1/results");
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public synchronized void tokenRefused(String refused) {
        if (refused.equals(token)) {
            token = null;
            alarm.release();
        }
    }

    /** For how long the platform may not have heard the node, by its keepalives. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - reachedAt);
    }

    /** Takes the node off the platform's list (B.2); for an owner who asks for it, never on a mere shutdown. */
    public void unregister() throws IOException, InterruptedException {
        PlatformCalls.Answer answer = platform.unregister(config);
        if (!answer.isSuccess()) {
            throw new IOException("The platform did not unregister the node: " + answer.message());
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void keepRegistered() {
        Duration pause = firstPause;
        while (!closed) {
            try {
                boolean wasRegistered = token != null;
                long sent = System.nanoTime();
                boolean good = wasRegistered ? keepAlive() : register();
                if (good) {
                    reachedAt = sent;
                    pause = firstPause;
                    rest(config.keepalive());
                } else if (!wasRegistered || token != null) {
                    rest(jittered(pause));
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean register() throws InterruptedException {
        PlatformCalls.Answer answer = answer("Register", () -> platform.register(config));
        if (answer == null || !answer.isSuccess() || answer.token(null) == null) {
            LOG.log(Level.WARNING, "Registering failed: {0}", answer == null ? "no answer" : answer.message());
            return false;
        }
        token = answer.token(null);
        LOG.log(Level.INFO, "Registered as {0} with {1}", config.code(), config.platform());
        return true;
    }

    private boolean keepAlive() throws InterruptedException {
        String shown = token;
        PlatformCalls.Answer answer = answer("Keepalive", () -> platform.keepAlive(config, shown));
        if (answer == null) {
            return false;
        }
        if (answer.status() == 401 || answer.status() == 404) {
            LOG.log(Level.INFO, "The platform does not know this node any more; registering again");
            token = null;
            return false;
        }
        if (answer.isSuccess()) {
            token = answer.token(shown);
        }
        return answer.isSuccess();
    }

    private interface Call {
        PlatformCalls.Answer make() throws IOException, InterruptedException;
    }

    /** Null when there is none. */
    private static PlatformCalls.Answer answer(String operation, Call call) throws InterruptedException {
        try {
            return call.make();
        } catch (IOException e) {
            LOG.log(Level.INFO, "{0} failed: {1}", operation, e.toString());
            return null;
        }
    }

    private void rest(Duration pause) throws InterruptedException {
        if (alarm.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            alarm.drainPermits();
        }
    }

    private static Duration jittered(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2));
    }
}
