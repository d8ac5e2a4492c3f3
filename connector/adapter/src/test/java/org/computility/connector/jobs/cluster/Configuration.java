package org.computility.connector.jobs.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.computility.connector.jobs.cluster.SlurmCluster.Daemon;

/** The files of a cluster before its daemons start. */
final class Configuration {

    private Configuration() {}

    /** Writes the cluster's files into its folder, makes its key, and answers which ports its daemons take. */
    static Map<Daemon, List<Integer>> write(Path folder, byte[] key, String user, int nodes) throws IOException {
        for (String part : List.of("run", "log", "state", "spool")) {
            Files.createDirectory(folder.resolve(part));
        }
        byte[] munge = new byte[1024];
        SecureRandom chance = new SecureRandom();
        chance.nextBytes(munge);
        chance.nextBytes(key);
        secret(folder.resolve("munge.key"), munge);
        secret(folder.resolve("jwt.key"), key);
        String conf = template()
                .replace("{folder}", folder.toString())
                .replace("{host}", InetAddress.getLocalHost().getHostName())
                .replace("{user}", user);
        Map<Daemon, List<Integer>> ports = new EnumMap<>(Daemon.class);
        ports.put(Daemon.SLURMCTLD, List.of(freePort()));
        ports.put(Daemon.SLURMRESTD, List.of(freePort()));
        ports.put(
                Daemon.SLURMD,
                IntStream.range(0, nodes).mapToObj(node -> freePort()).toList());
        conf = conf.replace("{slurmctld}", ports.get(Daemon.SLURMCTLD).get(0).toString())
                .replace("{nodes}", Integer.toString(nodes))
                .replace(
                        "{slurmd}",
                        ports.get(Daemon.SLURMD).stream().map(Object::toString).collect(Collectors.joining(",")));
        Files.writeString(folder.resolve("slurm.conf"), conf);
        return ports;
    }

    private static void secret(Path path, byte[] bytes) throws IOException {
        Path file = Files.write(path, bytes);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String template() throws IOException {
        try (InputStream conf = Configuration.class.getResourceAsStream("slurm.conf")) {
            return new String(conf.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** One that the system gives to no client: a daemon that is killed finds its port free again. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_768)
                .filter(Configuration::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
