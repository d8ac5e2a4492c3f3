package org.computility.client;

import java.time.Instant;
import java.util.Map;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;

/** Runs of the platform's batch jobs. */
public final class BatchRuns {

    private static final String PATH = "/platform/v1/batch/runs";

    private final Transport transport;

    BatchRuns(Transport transport) {
        this.transport = transport;
    }

    /** One run; {@code status} is a name of Jakarta Batch's BatchStatus, {@code progressPercent} 0 to 100. */
    public record Run(
            long id,
            String jobName,
            String status,
            double progressPercent,
            Map<String, Long> progressFacts,
            String exitMessage,
            int attempt,
            Instant createdAt,
            Instant startedAt,
            Instant endedAt) {}

    /** Internal to the wire; public because JSON-B asks for it. */
    public record Wanted(String jobName, Map<String, String> parameters) {}

    /** Starts a job that people may start; parameters that are not given have their defaults. */
    public Run start(String jobName, Map<String, String> parameters) {
        return transport.call(Family.PLATFORM, "POST", PATH, new Wanted(jobName, parameters), Run.class);
    }

    /** The runs, newest first, by page from 1. */
    public Page<Run> list(int page, int pageSize) {
        return transport.call(
                Family.PLATFORM,
                "GET",
                PATH,
                Map.of("page", page, "pageSize", pageSize),
                null,
                Types.pageOf(Run.class));
    }

    /** One run. */
    public Run get(long id) {
        return transport.call(Family.PLATFORM, "GET", PATH + "/" + id, null, Run.class);
    }

    /** Asks a run to stop at its next safe place. */
    public void stop(long id) {
        transport.tell(Family.PLATFORM, "POST", PATH + "/" + id + "/stop", null);
    }

    /** Goes on with a stopped or failed run where it ended. */
    public void restart(long id) {
        transport.tell(Family.PLATFORM, "POST", PATH + "/" + id + "/restart", null);
    }
}
