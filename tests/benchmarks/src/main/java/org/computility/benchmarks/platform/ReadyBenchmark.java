package org.computility.benchmarks.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a start costs: seconds from the command until the platform is ready, and the processor seconds that the server's process
 * took until then. Several builds ({@code app-server-config/launcher/target/computility} or copies) start in turn on the
 * same machine, each on data of its own; a first start of each, which makes its data, does not count. The median of the
 * others is the result.
 *
 * <p>Arguments: how many starts count, and the builds' folders. {@code JDK_JAVA_OPTIONS} reaches the servers.
 */
public final class ReadyBenchmark {

    private static final String READY = "Computility is ready";

    private final PrintStream out;

    private ReadyBenchmark(PrintStream out) {
        this.out = out;
    }

    /** One start. */
    private record Start(Duration time, Duration processor) {}

    /** A build, its data and its starts. */
    private record Build(Path home, Path data, List<Start> starts) {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        List<Build> builds = new ArrayList<>();
        for (String home : List.of(arguments).subList(1, arguments.length)) {
            builds.add(new Build(Path.of(home), Files.createTempDirectory("ready"), new ArrayList<>()));
        }
        new ReadyBenchmark(System.out).measure(Integer.parseInt(arguments[0]), builds);
    }

    private void measure(int rounds, List<Build> builds) throws IOException, InterruptedException {
        for (Build build : builds) {
            out.println(build.home() + ", first: " + text(start(build)));
        }
        for (int round = 0; round < rounds; round++) {
            for (Build build : builds) {
                Start start = start(build);
                build.starts().add(start);
                out.println(build.home() + ": " + text(start));
            }
        }
        for (Build build : builds) {
            Start median = new Start(median(build, Start::time), median(build, Start::processor));
            out.println(build.home() + ", median: " + text(median));
        }
    }

    private static Start start(Build build) throws IOException, InterruptedException {
        ProcessBuilder launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        build.home().resolve("computility-launcher.jar").toString())
                .redirectErrorStream(true);
        launcher.environment().put("COMPUTILITY_DATA_DIR", build.data().toString());
        launcher.environment().put("COMPUTILITY_HTTP_PORT", "" + freePort());
        launcher.environment().put("COMPUTILITY_ADMIN_PASSWORD", "secret-secret");
        long begin = System.nanoTime();
        Process process = launcher.start();
        try (BufferedReader says = process.inputReader()) {
            awaitReady(says);
            return new Start(Duration.ofNanos(System.nanoTime() - begin), processor(process));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void awaitReady(BufferedReader says) throws IOException {
        String line = says.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = says.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the launcher ended");
        }
    }

    /** Of the server alone: the launcher's other child is PostgreSQL. */
    private static Duration processor(Process launcher) {
        try (Stream<ProcessHandle> children = launcher.descendants()) {
            return children.map(ProcessHandle::info)
                    .filter(info -> info.command()
                            .filter(command -> command.endsWith("java"))
                            .isPresent())
                    .map(info -> info.totalCpuDuration().orElseThrow())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static Duration median(Build build, Function<Start, Duration> figure) {
        List<Duration> sorted = build.starts().stream().map(figure).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String text(Start start) {
        return "ready after %.1f s, %.1f processor seconds"
                .formatted(seconds(start.time()), seconds(start.processor()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
