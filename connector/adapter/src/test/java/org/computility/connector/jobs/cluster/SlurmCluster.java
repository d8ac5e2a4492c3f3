package org.computility.connector.jobs.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** One node with eight cores and 4000 MiB, whatever the machine has; it takes a second or two to start. */
public final class SlurmCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** After this many seconds a job that Slurm does not tell of is lost. */
    public static final int LAG = 5;

    /** What can be killed and started again. */
    public enum Daemon {
        MUNGED,
        SLURMCTLD,
        SLURMD,
        SLURMRESTD
    }

    private final Path folder;
    private final byte[] key = new byte[32];
    private final String user = System.getProperty("user.name");
    private final Map<Daemon, Integer> ports = new EnumMap<>(Daemon.class);
    private final Map<Daemon, Process> running = new EnumMap<>(Daemon.class);
    private final Thread atExit = new Thread(this::killAll);

    private SlurmCluster(Path folder) {
        this.folder = folder;
    }

    /** A cluster that takes jobs. */
    public static SlurmCluster open() throws IOException, InterruptedException {
        Leftovers.remove();
        SlurmCluster cluster = new SlurmCluster(Leftovers.fresh());
        Runtime.getRuntime().addShutdownHook(cluster.atExit);
        cluster.ports.putAll(Configuration.write(cluster.folder, cluster.key, cluster.user));
        for (Daemon daemon : Daemon.values()) {
            cluster.start(daemon);
        }
        until(() -> cluster.tell("sinfo", "-h", "-o", "%T").strip().equals("idle"));
        return cluster;
    }

    /** As the platform knows it. */
    public URI location() {
        return URI.create("slurm:" + rest() + "?folder=" + jobs() + "&partition=train&lag=" + LAG);
    }

    /** Where its REST daemon listens. */
    public URI rest() {
        return URI.create("http://127.0.0.1:" + ports.get(Daemon.SLURMRESTD));
    }

    /** The folder that all nodes share. */
    public Path jobs() {
        return folder.resolve("jobs");
    }

    public String user() {
        return user;
    }

    /** The password that belongs to the user: the cluster's key in Base64. */
    public String key() {
        return Base64.getEncoder().encodeToString(key);
    }

    /**
     * Without warning; jobs run on. The controller first gets its queue onto the disk, as it does every five seconds: a
     * controller that forgot a job gives its number to another, and closes the node where both meet.
     */
    public void kill(Daemon daemon) throws IOException, InterruptedException {
        Process process = running.remove(daemon);
        if (process != null) {
            if (daemon == Daemon.SLURMCTLD) {
                save();
            }
            process.destroyForcibly().waitFor();
        }
    }

    private void save() throws IOException, InterruptedException {
        Path queue = folder.resolve("state").resolve("job_state");
        Instant now = Instant.now();
        tell("sbatch", "--job-name=change", "--hold", "--output=/dev/null", "--chdir=/", "--wrap=true");
        until(() -> Files.exists(queue)
                && Files.getLastModifiedTime(queue).toInstant().isAfter(now));
        tell("scancel", "--name=change");
    }

    /** After {@link #kill}; its port is the same. */
    public void start(Daemon daemon) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new Commands(folder, user, ports).of(daemon))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log").resolve(daemon + ".out").toFile()));
        builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
        if (daemon == Daemon.SLURMRESTD) {
            builder.environment().put("SLURM_JWT", "daemon");
            builder.environment().put("SLURMRESTD_SECURITY", "disable_user_check");
        }
        running.put(daemon, builder.start());
        until(() -> isUp(daemon));
    }

    private boolean isUp(Daemon daemon) throws IOException {
        if (!running.get(daemon).isAlive()) {
            throw new IllegalStateException(daemon + " ended; see " + folder.resolve("log"));
        }
        if (daemon == Daemon.MUNGED) {
            return Files.exists(folder.resolve("run/munge.socket"));
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", ports.get(daemon)), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What one of Slurm's own programs prints. */
    public String tell(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (running.containsKey(Daemon.SLURMCTLD) && running.containsKey(Daemon.SLURMD)) {
            tell("scancel", "--user=" + user);
            await().atMost(PATIENCE).until(() -> tell("squeue", "-h").isBlank());
        }
        killAll();
        Runtime.getRuntime().removeShutdownHook(atExit);
        Leftovers.keepLog(folder);
        Leftovers.delete(folder);
    }

    private void killAll() {
        for (Process process : running.values()) {
            process.destroyForcibly();
        }
        for (Process process : running.values()) {
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running.clear();
    }
}
