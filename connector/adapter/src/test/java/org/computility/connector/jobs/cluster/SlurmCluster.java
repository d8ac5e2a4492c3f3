package org.computility.connector.jobs.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
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
        cluster.configure();
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

    /** Without warning; jobs run on. */
    public void kill(Daemon daemon) throws InterruptedException {
        Process process = running.remove(daemon);
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** After {@link #kill}; its port is the same. */
    public void start(Daemon daemon) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(daemon))
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

    private List<String> command(Daemon daemon) {
        String program = SlurmTool.get(daemon.name().toLowerCase()).toString();
        return switch (daemon) {
            case MUNGED ->
                List.of(
                        program,
                        "--foreground",
                        "--force",
                        "--socket=" + folder.resolve("run/munge.socket"),
                        "--key-file=" + folder.resolve("munge.key"),
                        "--pid-file=" + folder.resolve("run/munged.pid"),
                        "--log-file=" + folder.resolve("log/munged.log"),
                        "--seed-file=" + folder.resolve("run/munge.seed"));
            case SLURMCTLD, SLURMD -> List.of(program, "-D");
            case SLURMRESTD -> rest(program);
        };
    }

    /** It refuses to run as root. */
    private List<String> rest(String program) {
        List<String> words = new ArrayList<>();
        if (user.equals("root")) {
            words.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        String versions = "openapi/v0.0.38,openapi/v0.0.37";
        words.addAll(List.of(program, "-a", "rest_auth/jwt", "-s", versions, "-t", "4"));
        words.add("127.0.0.1:" + ports.get(Daemon.SLURMRESTD));
        return words;
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

    private void configure() throws IOException {
        for (String part : List.of("run", "log", "state", "spool")) {
            Files.createDirectory(folder.resolve(part));
        }
        byte[] munge = new byte[1024];
        SecureRandom chance = new SecureRandom();
        chance.nextBytes(munge);
        chance.nextBytes(key);
        secret("munge.key", munge);
        secret("jwt.key", key);
        String conf = template()
                .replace("{folder}", folder.toString())
                .replace("{host}", InetAddress.getLocalHost().getHostName())
                .replace("{user}", user);
        for (Daemon daemon : List.of(Daemon.SLURMCTLD, Daemon.SLURMD, Daemon.SLURMRESTD)) {
            ports.put(daemon, freePort());
            conf = conf.replace(
                    "{" + daemon.name().toLowerCase() + "}", ports.get(daemon).toString());
        }
        Files.writeString(folder.resolve("slurm.conf"), conf);
    }

    private void secret(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String template() throws IOException {
        try (InputStream conf = SlurmCluster.class.getResourceAsStream("slurm.conf")) {
            return new String(conf.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
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
