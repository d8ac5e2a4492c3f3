package org.computility.benchmarks.platform;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.computility.system.FakeNode;
import org.computility.system.Platform;
import org.computility.system.Workshop;

/**
 * Instances started a second, and what the database is asked for each: one plan of 2,000 instances over 20 simulated nodes
 * ({@link FakeNode}: over HTTP, every task reported in its event stream, nothing analysed). The time runs from the request
 * ({@code POST /ACSMP/Tasks/{TaskID}/Start}) until the platform has every instance RUNNING, as its node reported. All
 * statements of the server in that time count, those of its timers included, begin and commit apart. Two starts warm it up,
 * the median of five is the result.
 *
 * <p>Arguments: the platform's URL, the administrator's password, and the database: JDBC URL, user, password. The
 * database must load {@code pg_stat_statements} at its start.
 */
public final class StartBenchmark {

    private static final int NODES = 20;
    private static final int INSTANCES = 2_000;
    private static final int WARM_UPS = 2;
    private static final int STARTS = 5;

    private final Workshop workshop;
    private final List<FakeNode> nodes = new ArrayList<>();
    private final StatementCount statements;
    private final PrintStream out;

    private StartBenchmark(Workshop workshop, StatementCount statements, PrintStream out) {
        this.workshop = workshop;
        this.statements = statements;
        this.out = out;
    }

    /** One start of all instances. */
    private record Start(Duration time, long statements, long begunAndEnded) {}

    public static void main(String... arguments) throws SQLException {
        Platform platform = Platform.running(arguments[0], arguments[1]);
        try (StatementCount statements = new StatementCount(arguments[2], arguments[3], arguments[4]);
                Workshop workshop = new Workshop(platform, INSTANCES / NODES)) {
            StartBenchmark benchmark = new StartBenchmark(workshop, statements, System.out);
            benchmark.addNodes();
            benchmark.measure();
        }
        // The nodes' HTTP threads would hold the process.
        System.exit(0);
    }

    private void addNodes() {
        nodes.add(workshop.node());
        while (nodes.size() < NODES) {
            nodes.add(workshop.addNode());
        }
        nodes.forEach(node -> workshop.load(node, 1));
        out.println(NODES + " nodes serve the algorithm.");
    }

    private void measure() throws SQLException {
        long plan = workshop.create(workshop.periodic(INSTANCES));
        List<Start> starts = new ArrayList<>();
        for (int count = 0; count < WARM_UPS + STARTS; count++) {
            Start start = start(plan);
            if (count >= WARM_UPS) {
                starts.add(start);
            }
        }
        starts.sort(Comparator.comparing(Start::time));
        Start median = starts.get(STARTS / 2);
        out.printf(
                "instances/s             %.0f%nstatements per instance %.3f (aim: at most 2), and %.3f begin or commit%n",
                perSecond(median), (double) median.statements / INSTANCES, (double) median.begunAndEnded / INSTANCES);
    }

    private Start start(long plan) throws SQLException {
        statements.reset();
        long begin = System.nanoTime();
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").expect(200);
        Duration answered = Duration.ofNanos(System.nanoTime() - begin);
        Patience.await(() -> statements.instances(plan, "RUNNING") == INSTANCES, "not all instances run");
        Start start = new Start(
                Duration.ofNanos(System.nanoTime() - begin), statements.ofTheServer(), statements.begunAndEnded());
        long most = nodes.stream().mapToLong(FakeNode::running).max().orElseThrow();
        long fewest = nodes.stream().mapToLong(FakeNode::running).min().orElseThrow();
        out.printf(
                "start answered after %d ms, all RUNNING after %d ms: %.0f instances/s, %d statements; %d to %d a node%n",
                answered.toMillis(), start.time.toMillis(), perSecond(start), start.statements, fewest, most);
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").expect(200);
        Patience.await(() -> statements.instances(plan, "PAUSED") == INSTANCES, "not all instances are stopped");
        return start;
    }

    private static double perSecond(Start start) {
        return INSTANCES * 1e9 / start.time.toNanos();
    }
}
