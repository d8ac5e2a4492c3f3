package org.computility.benchmarks.platform;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.computility.system.FakeNode;
import org.computility.system.Platform;
import org.computility.system.Workshop;

/**
 * Very many instances over 20 simulated nodes ({@link FakeNode}): planned in plans of a thousand each, started, and, after the death
 * of a node, those of that node moved to the others. Seconds, and all statements of the server in that time, those of its timers
 * included, begin and commit apart.
 *
 * <p>Arguments: the platform's URL, the administrator's password; the database, which must load {@code pg_stat_statements} at its
 * start: JDBC URL, user, password; instances (100000).
 */
public final class MoveBenchmark {

    private static final int NODES = 20;
    private static final int IN_A_PLAN = 1_000;
    private static final int SPARE = 10;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final Workshop workshop;
    private final int count;
    private final StatementCount statements;
    private final PrintStream out;
    private final List<FakeNode> nodes = new ArrayList<>();
    private final List<Long> plans = new ArrayList<>();

    private MoveBenchmark(Workshop workshop, int count, StatementCount statements, PrintStream out) {
        this.workshop = workshop;
        this.count = count;
        this.statements = statements;
        this.out = out;
    }

    public static void main(String... arguments) throws SQLException {
        Platform platform = Platform.running(arguments[0], arguments[1]);
        int count = Integer.parseInt(arguments.length > 5 ? arguments[5] : "100000");
        try (StatementCount statements = new StatementCount(arguments[2], arguments[3], arguments[4]);
                // All nodes but one hold all instances.
                Workshop workshop = new Workshop(platform, count / (NODES - 1) + SPARE)) {
            MoveBenchmark benchmark = new MoveBenchmark(workshop, count, statements, System.out);
            benchmark.addNodes();
            benchmark.measure("planned", count, benchmark::plan);
            benchmark.measure("started", count, benchmark::start);
            benchmark.move();
        }
        // The nodes' HTTP threads would hold the process.
        System.exit(0);
    }

    /** What is measured. */
    private interface Work {
        void doIt() throws SQLException;
    }

    private void addNodes() {
        nodes.add(workshop.node());
        while (nodes.size() < NODES) {
            nodes.add(workshop.addNode());
        }
        nodes.forEach(node -> workshop.load(node, 1));
        out.println(NODES + " nodes serve the algorithm.");
    }

    private void plan() {
        for (int left = count; left > 0; left -= IN_A_PLAN) {
            plans.add(workshop.create(workshop.periodic(Math.min(left, IN_A_PLAN))));
        }
    }

    private void start() throws SQLException {
        plans.forEach(plan ->
                workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").expect(200));
        awaitAllRunning();
    }

    private void move() throws SQLException {
        FakeNode dead = nodes.get(NODES / 2);
        long there = dead.running();
        long begunBefore = runsBegun();
        long begin = System.nanoTime();
        Duration[] told = new Duration[1];
        measure("moved", there, () -> {
            dead.vanish();
            Patience.await(
                    () -> statements.number("select count(*) from compute_node where not online and code = '"
                                    + dead.code() + "'")
                            == 1,
                    "the death is not noticed",
                    BETWEEN_QUESTIONS,
                    LIMIT);
            told[0] = Duration.ofNanos(System.nanoTime() - begin);
            awaitAllRunning();
        });
        long most = living(dead).stream().mapToLong(FakeNode::running).max().orElseThrow();
        long fewest = living(dead).stream().mapToLong(FakeNode::running).min().orElseThrow();
        out.printf(
                "of that, until the node was offline: %.1f s; %d runs were begun for %d instances; %d to %d a node now%n",
                told[0].toMillis() / 1000.0, runsBegun() - begunBefore, there, fewest, most);
    }

    private List<FakeNode> living(FakeNode dead) {
        return nodes.stream().filter(node -> node != dead).toList();
    }

    private long runsBegun() throws SQLException {
        return statements.number("select count(*) from instance_run r join task_plan p on p.id = r.plan_id"
                + " where p.organisation_id = '" + organisation() + "'");
    }

    /** As the platform knows it, of all that run and of nobody at a dead node: what was lost there is not RUNNING. */
    private void awaitAllRunning() throws SQLException {
        Patience.await(
                () -> statements.instances(organisation(), "RUNNING") == count,
                "not all instances run",
                BETWEEN_QUESTIONS,
                LIMIT);
    }

    private String organisation() {
        return workshop.account().organisationId();
    }

    private void measure(String what, long some, Work work) throws SQLException {
        statements.reset();
        long begin = System.nanoTime();
        work.doIt();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long asked = statements.ofTheServer();
        out.printf(
                "%s: %d instances in %.1f s, %d statements (%.4f each), %d begin or commit%n",
                what, some, seconds, asked, (double) asked / some, statements.begunAndEnded());
    }
}
