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
import org.computility.connector.jobs.cluster.SlurmCluster.Daemon;

/** The files of a cluster before its daemons start. */
final class Configuration {

    private Configuration() {}

    /** Writes the cluster's files into its folder, makes its key, and answers which ports its daemons take. */
    static Map<Daemon, Integer> write(Path folder, byte[] key, String user) throws IOException {
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
        Map<Daemon, Integer> ports = new EnumMap<>(Daemon.class);
        for (Daemon daemon : List.of(Daemon.SLURMCTLD, Daemon.SLURMD, Daemon.SLURMRESTD)) {
            ports.put(daemon, freePort());
            conf = conf.replace(
                    "{" + daemon.name().toLowerCase() + "}", ports.get(daemon).toString());
        }
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
