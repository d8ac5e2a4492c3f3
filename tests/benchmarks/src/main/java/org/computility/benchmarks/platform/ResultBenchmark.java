package org.computility.benchmarks.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.computility.system.Platform;
import org.computility.system.Workshop;

/**
 * Deliveries of results a second, one result each, 32 at once, and what the database is asked for each: warmed up by the same
 * load for 180 s, then measured three times for 20 s; the median counts. Ends with a failure unless each delivery
 * left its result and its audit record. The load is {@link Wrk}'s.
 *
 * <p>Arguments: the platform's URL, the administrator's password, and the database: JDBC URL, user, password. The
 * database must load {@code pg_stat_statements} at its start.
 */
public final class ResultBenchmark {

    private static final int WARM_SECONDS = 180;
    private static final int SECONDS = 20;
    private static final int ROUNDS = 3;

    private ResultBenchmark() {}

    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        Platform platform = Platform.running(arguments[0], arguments[1]);
        try (StatementCount statements = new StatementCount(arguments[2], arguments[3], arguments[4]);
                Workshop workshop = new Workshop(platform, 1)) {
            Path script = Files.createTempFile("results", ".lua");
            Files.writeString(script, lua(workshop));
            Wrk wrk = new Wrk(script);
            String results =
                    URI.create(arguments[0]).resolve("platform/v1/results").toString();
            wrk.rate(results, WARM_SECONDS);
            statements.reset();
            long recordsBefore = statements.auditRecords();
            long resultsBefore = statements.results();
            double[] rates = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                rates[round] = wrk.rate(results, SECONDS);
            }
            // Those whose answers the load generator no longer waited for.
            Patience.await(() -> statements.callsRunning() == 0, "calls are still running");
            long delivered = statements.results() - resultsBefore;
            long recorded = statements.auditRecords() - recordsBefore;
            System.out.printf(
                    "deliveries/s             %.0f (each: %s)%n",
                    Arrays.stream(rates).sorted().skip(ROUNDS / 2).findFirst().orElseThrow(), Arrays.toString(rates));
            System.out.printf(
                    "statements per delivery  %.2f, and %.2f begin or commit%n",
                    (double) statements.ofTheServer() / delivered, (double) statements.begunAndEnded() / delivered);
            System.out.printf("delivered, recorded      %d, %d%n", delivered, recorded);
            if (recorded < delivered) {
                throw new IllegalStateException("Not every delivery left its record.");
            }
        }
        // The node's HTTP threads would hold the process.
        System.exit(0);
    }

    /** Each request has a result of its own; its ID is random, since the platform counts repeated ones only. */
    private static String lua(Workshop workshop) {
        String instance = workshop.plan(workshop.create(workshop.periodic(1)))
                .getJsonArray("AlgoTaskInfos")
                .getJsonObject(0)
                .getString("ID");
        return """
                math.randomseed(os.time())
                local sequence = 0
                request = function()
                    sequence = sequence + 1
                    local id = string.format("%%08x-%%04x-4%%03x-8%%03x-%%06x%%06x", math.random(0, 2^31 - 1), math.random(0, 65535),
                        math.random(0, 4095), math.random(0, 4095), math.random(0, 2^24 - 1), sequence)
                    return wrk.format("POST", nil, {
                        ["Content-Type"] = "application/json", ["X-Auth-Token"] = "%s"
                    }, '{"results":[{"id":"' .. id .. '","taskInstanceId":"%s","computeCode":"%s","algoDefCode":"%s","sequence":'
                        .. sequence .. ',"time":"' .. os.date("!%%Y-%%m-%%dT%%H:%%M:%%SZ") .. '","data":{"type":"ALERT"}}]}')
                end
                """.formatted(
                        workshop.nodeToken(),
                        instance,
                        workshop.node().code(),
                        workshop.algorithm().capability());
    }
}
