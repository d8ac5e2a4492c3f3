package org.computility.benchmarks.jobs;

import jakarta.json.Json;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.computility.connector.jobs.cluster.SlurmCluster;
import org.computility.system.Platform;

/**
 * Jobs submitted and finished a second on one Slurm cluster: through the platform (T/AI 123.8 A.8 until A.9 lists them all as SUCCEEDED), and by
 * its own REST daemon until its queue is empty, in turn. Each job runs {@code true} on one core. A first round does not count.
 *
 * <p>Arguments: the platform's URL, the administrator's password; nodes of eight cores; jobs a round; clients; rounds.
 */
public final class SlurmJobsBenchmark {

    private static final String COMMAND = "true";

    private final Platform platform;
    private final BareSlurm bare;
    private final BenchmarkCenter center;
    private final int jobs;
    private final int clients;

    private SlurmJobsBenchmark(Platform platform, SlurmCluster cluster, int jobs, int clients)
            throws IOException, InterruptedException {
        this.platform = platform;
        this.jobs = jobs;
        this.clients = clients;
        bare = new BareSlurm(cluster);
        center = new BenchmarkCenter(
                platform,
                Json.createObjectBuilder()
                        .add("location", cluster.location().toString())
                        .add("username", cluster.user())
                        .add("password", cluster.key()),
                64);
    }

    /** Jobs a second, until the last was taken and until the last had ended. */
    private record Rates(double submitted, double finished) {}

    /** Submits one job. */
    private interface Submission {
        void submit(int number) throws Exception;
    }

    /** How many have ended. */
    private interface Ended {
        boolean all() throws IOException, InterruptedException;
    }

    public static void main(String... arguments) throws Exception {
        Platform platform = Platform.running(arguments[0], arguments[1]);
        try (SlurmCluster cluster = SlurmCluster.open(Integer.parseInt(arguments[2]))) {
            SlurmJobsBenchmark benchmark = new SlurmJobsBenchmark(
                    platform, cluster, Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
            for (int round = 0; round <= Integer.parseInt(arguments[5]); round++) {
                benchmark.round(round);
            }
            benchmark.center.remove();
        }
        System.exit(0);
    }

    private void round(int number) throws Exception {
        Rates theirs = bare();
        Rates ours = platform();
        System.out.printf(
                "round %d: submitted/s platform %.1f, slurmrestd %.1f; finished/s %.1f and %.1f, ratio %.2f%s%n",
                number,
                ours.submitted,
                theirs.submitted,
                ours.finished,
                theirs.finished,
                ours.finished / theirs.finished,
                number == 0 ? " (does not count)" : "");
    }

    private Rates platform() throws Exception {
        String round = platform.freshName("run");
        long before = succeeded();
        return measure(
                number -> center.user()
                        .post(
                                "trainjob",
                                Json.createObjectBuilder()
                                        .add("jobName", round + "-" + number)
                                        .add("config", center.config(COMMAND))
                                        .build())
                        .expect(200),
                () -> succeeded() - before == jobs);
    }

    private long succeeded() {
        return center.user()
                .get("trainjob?pageSize=1&status=SUCCEEDED")
                .expect(200)
                .json()
                .getInt("totalSize");
    }

    private Rates bare() throws Exception {
        String round = platform.freshName("bare");
        Rates rates = measure(number -> bare.submit(round + "-" + number, COMMAND), () -> bare.open() == 0);
        long completed = bare.completed(round + "-");
        if (completed != jobs) {
            throw new IllegalStateException(completed + " of " + jobs + " jobs ended well");
        }
        return rates;
    }

    private Rates measure(Submission submission, Ended ended) throws Exception {
        long begin = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            join(threads.invokeAll(IntStream.range(0, jobs)
                    .mapToObj(number -> Executors.callable(() -> submit(submission, number)))
                    .toList()));
        } finally {
            threads.shutdown();
        }
        long taken = System.nanoTime();
        while (!ended.all()) {
            if (System.nanoTime() - taken > TimeUnit.MINUTES.toNanos(10)) {
                throw new IllegalStateException("jobs did not end in ten minutes");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        long over = System.nanoTime();
        return new Rates(jobs * 1e9 / (taken - begin), jobs * 1e9 / (over - begin));
    }

    private static void submit(Submission submission, int number) {
        try {
            submission.submit(number);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Iterable<Future<Object>> all) throws InterruptedException, ExecutionException {
        for (Future<Object> each : all) {
            each.get();
        }
    }
}
