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
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Nodes with eight cores and 4000 MiB each, whatever the machine has; it takes a second or two to start. */
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
    private final Map<Daemon, List<Integer>> ports = new EnumMap<>(Daemon.class);
    private final Map<Daemon, List<Process>> running = new EnumMap<>(Daemon.class);
    private final Thread atExit = new Thread(this::killAll);

    private SlurmCluster(Path folder) {
        this.folder = folder;
    }

    /** A cluster of one node that takes jobs. */
    public static SlurmCluster open() throws IOException, InterruptedException {
        return open(1);
    }

    /** A cluster of so many nodes that takes jobs. */
    public static SlurmCluster open(int nodes) throws IOException, InterruptedException {
        Leftovers.remove();
        SlurmCluster cluster = new SlurmCluster(Leftovers.fresh());
        Runtime.getRuntime().addShutdownHook(cluster.atExit);
        cluster.ports.putAll(Configuration.write(cluster.folder, cluster.key, cluster.user, nodes));
        for (Daemon daemon : Daemon.values()) {
            cluster.start(daemon);
        }
        until(() -> cluster.tell("sinfo", "-h", "-o", "%T %D").strip().equals("idle " + nodes));
        return cluster;
    }

    /** As the platform knows it. */
    public URI location() {
        return URI.create("slurm:" + rest() + "?folder=" + jobs() + "&partition=train&lag=" + LAG);
    }

    /** Where its REST daemon listens. */
    public URI rest() {
        return URI.create("http://127.0.0.1:" + ports.get(Daemon.SLURMRESTD).get(0));
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
        if (daemon == Daemon.SLURMCTLD && running.containsKey(daemon)) {
            save();
        }
        for (Process process : running.getOrDefault(daemon, List.of())) {
            process.destroyForcibly().waitFor();
        }
        running.remove(daemon);
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
        List<Process> processes = new ArrayList<>();
        running.put(daemon, processes);
        for (List<String> command : new Commands(folder, user, ports).of(daemon)) {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").resolve(daemon + ".out").toFile()));
            builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
            if (daemon == Daemon.SLURMRESTD) {
                builder.environment().put("SLURM_JWT", "daemon");
                builder.environment().put("SLURMRESTD_SECURITY", "disable_user_check");
            }
            processes.add(builder.start());
        }
        until(() -> isUp(daemon));
    }

    private boolean isUp(Daemon daemon) {
        if (!running.get(daemon).stream().allMatch(Process::isAlive)) {
            throw new IllegalStateException(daemon + " ended; see " + folder.resolve("log"));
        }
        return daemon == Daemon.MUNGED
                ? Files.exists(folder.resolve("run/munge.socket"))
                : ports.get(daemon).stream().allMatch(SlurmCluster::listens);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
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
        List<Process> all = running.values().stream().flatMap(List::stream).toList();
        all.forEach(Process::destroyForcibly);
        for (Process process : all) {
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running.clear();
    }
}
