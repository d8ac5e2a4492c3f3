package org.computility.system.settlement;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import org.computility.system.Platform;

/** The jobs of the books, as an administrator starts them. */
final class BookJobs {

    private static final String RUNS = "platform/v1/batch/runs";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Platform platform;

    BookJobs(Platform platform) {
        this.platform = platform;
    }

    /** Begins; the path of the run. */
    String settle(int atOnce) {
        return start(Json.createObjectBuilder()
                .add("jobName", "settle-orders")
                .add("parameters", Json.createObjectBuilder().add("atOnce", "" + atOnce)));
    }

    /** Begins; the path of the run. */
    String reconcile() {
        return start(Json.createObjectBuilder().add("jobName", "reconcile-ledger"));
    }

    JsonObject run(String path) {
        return platform.asAdmin().get(path).expect(200).json();
    }

    /** The run, once it has ended. */
    JsonObject ended(String path) {
        return await().atMost(PATIENCE).until(() -> run(path), run -> run.containsKey("endedAt"));
    }

    private String start(JsonObjectBuilder wanted) {
        JsonObject begun =
                platform.asAdmin().post(RUNS, wanted.build()).expect(201).json();
        return RUNS + "/" + begun.getInt("id");
    }
}
