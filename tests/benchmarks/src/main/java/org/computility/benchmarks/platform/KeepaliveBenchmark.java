package org.computility.benchmarks.platform;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Keepalives a second with 20,000 registered nodes, their event streams open, against the bare echo on the same server.
 * Both are warmed by the same load in turn, for 60 s each and until all streams are open and neither gets quicker. Then
 * they are measured in turn: keepalive 10 s, echo 20 s, keepalive 10 s, so that a machine that gets steadily quicker or
 * slower in such a round favours neither. The median of the rounds' ratios counts. The load is wrk's, which must be
 * installed.
 *
 * <p>Arguments: the platform's URL, the administrator's password, the echo's URL ({@link EchoWar}):
 * {@code http://127.0.0.1:8080/ secret http://127.0.0.1:8080/echo/echo}.
 */
public final class KeepaliveBenchmark {

    private static final int NODES = 20_000;
    private static final int NOBODY = 9;
    private static final int OTHER_FILES = 4_000;
    private static final int WARM_SECONDS = 30;
    private static final int WARM_ROUNDS = 2;
    private static final int PATIENCE = 15;
    private static final double STILL_QUICKER = 1.05;
    private static final int SECONDS = 10;
    private static final int ROUNDS = 7;

    private final Wrk wrk;
    private final PrintStream out;

    private KeepaliveBenchmark(Wrk wrk, PrintStream out) {
        this.wrk = wrk;
        this.out = out;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        URI platform = URI.create(arguments[0]);
        Path folder = Files.createTempDirectory("keepalive");
        long begin = System.nanoTime();
        AnsweringNodes answering = new AnsweringNodes();
        int reachable = reachable();
        List<Nodes.Node> nodes =
                new Nodes(platform, i -> i < reachable ? answering.port() : NOBODY).register(NODES, arguments[1]);
        System.out.printf("registrations/s %.0f%n", NODES * 1e9 / (System.nanoTime() - begin));
        Files.write(
                folder.resolve("nodes.txt"),
                nodes.stream().map(node -> node.code() + " " + node.token()).toList());
        Path script = folder.resolve("keepalive.lua");
        Files.writeString(script, lua(folder.resolve("nodes.txt")));
        String keepalive = platform.resolve("ACSMP/Keepalive").toString();
        KeepaliveBenchmark benchmark = new KeepaliveBenchmark(new Wrk(script), System.out);
        System.out.println(NODES + " nodes are registered; warming up.");
        benchmark.warmUp(keepalive, arguments[2], () -> answering.open() >= reachable);
        benchmark.measure(keepalive, arguments[2]);
        System.out.printf("streams open    %d%n", answering.open());
        answering.close();
    }

    /** Each stream is an open file on both sides, and a process may have only so many. */
    private static int reachable() {
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return (int) Math.min(NODES, system.getMaxFileDescriptorCount() - OTHER_FILES);
    }

    /** In short turns, so that no node is silent for 120 s. What the platform does when nodes appear must be over. */
    private void warmUp(String keepalive, String echo, BooleanSupplier allOpen)
            throws IOException, InterruptedException {
        Rates best = new Rates(0, 0);
        for (int round = 1; round <= PATIENCE; round++) {
            Rates now = new Rates(wrk.rate(keepalive, WARM_SECONDS), wrk.rate(echo, WARM_SECONDS));
            out.println("warming up: " + now);
            if (round >= WARM_ROUNDS && allOpen.getAsBoolean() && !now.quickerThan(best)) {
                return;
            }
            best = best.orQuicker(now);
        }
        throw new IllegalStateException("The platform is still getting quicker, or does not open all event streams.");
    }

    private void measure(String keepalive, String echo) throws IOException, InterruptedException {
        List<Rates> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double first = wrk.rate(keepalive, SECONDS);
            double echoes = wrk.rate(echo, 2 * SECONDS);
            double last = wrk.rate(keepalive, SECONDS);
            Rates rates = new Rates((first + last) / 2, echoes);
            out.println(rates);
            rounds.add(rates);
        }
        out.printf("keepalives/s %.0f%n", median(rounds, Rates::keepalives));
        out.printf("echoes/s     %.0f%n", median(rounds, Rates::echoes));
        out.printf("ratio        %.2f (aim: at least 0.70)%n", median(rounds, Rates::ratio));
    }

    private record Rates(double keepalives, double echoes) {

        double ratio() {
            return keepalives / echoes;
        }

        boolean quickerThan(Rates other) {
            return keepalives > other.keepalives * STILL_QUICKER || echoes > other.echoes * STILL_QUICKER;
        }

        Rates orQuicker(Rates other) {
            return new Rates(Math.max(keepalives, other.keepalives), Math.max(echoes, other.echoes));
        }

        @Override
        public String toString() {
            return "%.0f keepalives/s, %.0f echoes/s: %.2f".formatted(keepalives, echoes, ratio());
        }
    }

    /** Both targets get the same requests: each node's own code and token, in turn. */
    private static String lua(Path nodes) {
        return """
                local requests = {}
                for line in io.lines("%s") do
                    local code, token = line:match("(%%S+) (%%S+)")
                    requests[#requests + 1] = {code, token}
                end
                local at = 0
                request = function()
                    at = at %% #requests + 1
                    local node = requests[at]
                    return wrk.format("POST", nil, {
                        ["Content-Type"] = "application/json", ["X-Auth-Token"] = node[2]
                    }, '{"Code":"' .. node[1] .. '"}')
                end
                """.formatted(nodes);
    }

    private static double median(List<Rates> rounds, ToDoubleFunction<Rates> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
