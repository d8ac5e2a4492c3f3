package org.computility.connector.jobs.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.computility.connector.jobs.cluster.SlurmCluster.Daemon;

/** How the daemons of a cluster are started, each in the foreground. */
record Commands(Path folder, String user, Map<Daemon, List<Integer>> ports) {

    /** Of one kind there is one, but one on each node of those that run jobs. */
    List<List<String>> of(Daemon daemon) {
        String program = SlurmTool.get(daemon.name().toLowerCase()).toString();
        return switch (daemon) {
            case MUNGED ->
                List.of(List.of(
                        program,
                        "--foreground",
                        "--force",
                        "--socket=" + folder.resolve("run/munge.socket"),
                        "--key-file=" + folder.resolve("munge.key"),
                        "--pid-file=" + folder.resolve("run/munged.pid"),
                        "--log-file=" + folder.resolve("log/munged.log"),
                        "--seed-file=" + folder.resolve("run/munge.seed")));
            case SLURMCTLD -> List.of(List.of(program, "-D"));
            case SLURMD ->
                IntStream.rangeClosed(1, ports.get(Daemon.SLURMD).size())
                        .mapToObj(node -> List.of(program, "-D", "-N", "node" + node))
                        .toList();
            case SLURMRESTD -> List.of(rest(program));
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
        words.add("127.0.0.1:" + ports.get(Daemon.SLURMRESTD).get(0));
        return words;
    }
}
