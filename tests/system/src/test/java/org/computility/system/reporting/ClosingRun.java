package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.computility.system.Answer;
import org.computility.system.Platform;
import org.computility.system.Visitor;

/** A run of {@code close-month}. */
final class ClosingRun {

    private static final String RUNS = "platform/v1/batch/runs";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Platform platform;
    private final String path;

    private ClosingRun(Platform platform, String path) {
        this.platform = platform;
        this.path = path;
    }

    /** Begins, as an administrator. */
    static ClosingRun start(Platform platform, int monthsBack, int atOnce) {
        JsonObject begun = asked(platform.asAdmin(), "" + monthsBack, "" + atOnce)
                .expect(201)
                .json();
        return new ClosingRun(platform, RUNS + "/" + begun.getInt("id"));
    }

    /** What somebody who starts it is told. */
    static Answer asked(Visitor visitor, String monthsBack, String atOnce) {
        return visitor.post(
                RUNS,
                Json.createObjectBuilder()
                        .add("jobName", "close-month")
                        .add(
                                "parameters",
                                Json.createObjectBuilder()
                                        .add("monthsBack", monthsBack)
                                        .add("atOnce", atOnce))
                        .build());
    }

    /** The run, once it has ended. */
    JsonObject ended() {
        return await().atMost(PATIENCE)
                .until(() -> platform.asAdmin().get(path).expect(200).json(), run -> run.containsKey("endedAt"));
    }

    /** The same, having done its work. */
    JsonObject completed() {
        JsonObject run = ended();
        assertThat(run.getString("status")).as("%s", run).isEqualTo("COMPLETED");
        return run;
    }
}
