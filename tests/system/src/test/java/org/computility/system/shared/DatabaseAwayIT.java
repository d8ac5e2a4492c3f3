package org.computility.system.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.computility.system.Answer;
import org.computility.system.DatabaseProcess;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.computility.system.servers.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The database goes away for a while, or takes calls and answers none; the server stays. */
@OnTheServer
@InTurn(place = 1)
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "breaks the database")
class DatabaseAwayIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CALLS = 1000;
    private static final int KILLS = 4;
    /** A line a second says why, and what was at work when the database went leaves its traces; never each call. */
    private static final long BYTES_OF_LOG = 1_000_000;

    @Test
    void everyCallIsToldToComeAgainAndTheLogStaysSmall(Platform platform, ServerUnderTest server) throws IOException {
        DatabaseProcess database = new DatabaseProcess(server);
        Visitor admin = platform.asAdmin();
        database.breakDown();
        try {
            awaitStatus(platform, 503);
            long before = Files.size(server.log());

            assertThat(admin.get("platform/v1/batch/runs")).satisfies(DatabaseAwayIT::comesAgain);
            assertThat(admin.get("platform/v1/batch/runs").failure()).isEqualTo("database-away");
            Answer standard =
                    admin.post("ACSMP/Computility", Json.createObjectBuilder().build());
            assertThat(standard).satisfies(DatabaseAwayIT::comesAgain);
            assertThat(standard.code()).isEqualTo(50300);
            assertThat(login(platform, server)).satisfies(DatabaseAwayIT::comesAgain);
            assertThat(platform.anonymous().get("platform/v1/health/live").status())
                    .isEqualTo(200);
            assertThat(platform.as(TestSettings.METRICS_TOKEN)
                            .get("platform/v1/metrics")
                            .expect(200)
                            .text())
                    .contains("computility_database_up 0.0", "jvm_memory_used_bytes")
                    .doesNotContain("computility_nodes{");
            IntStream.range(0, CALLS)
                    .forEach(call -> admin.get("platform/v1/batch/runs").expect(503));

            assertThat(Files.size(server.log()) - before).isLessThan(BYTES_OF_LOG);
        } finally {
            database.mend();
        }
        awaitStatus(platform, 200);
        eventually(() -> login(platform, server).status() == 201);
        eventually(() -> admin.get("platform/v1/batch/runs").status() == 200);
        assertThat(admin.get("platform/v1/metrics").expect(200).text())
                .contains("computility_database_up 1.0", "computility_nodes{");
    }

    @Test
    void aDatabaseThatHangsKeepsNobodyWaiting(Platform platform, ServerUnderTest server) {
        DatabaseProcess database = new DatabaseProcess(server);
        Visitor admin = platform.asAdmin();
        database.freeze();
        try {
            awaitStatus(platform, 503);

            assertThat(admin.get("platform/v1/batch/runs")).satisfies(DatabaseAwayIT::comesAgain);
            assertThat(login(platform, server)).satisfies(DatabaseAwayIT::comesAgain);
        } finally {
            database.thaw();
        }
        awaitStatus(platform, 200);
        eventually(() -> admin.get("platform/v1/batch/runs").status() == 200);
    }

    /** Their rounds fail in the moment when the database goes and nobody has noticed. */
    @Test
    void jobsRunAfterwardsHoweverOftenItWasKilled(Platform platform, ServerUnderTest server) {
        DatabaseProcess database = new DatabaseProcess(server);
        for (int time = 0; time < KILLS; time++) {
            database.breakDown();
            try {
                awaitStatus(platform, 503);
            } finally {
                database.mend();
            }
            awaitStatus(platform, 200);
        }

        JsonObject run = await().atMost(PATIENCE)
                .until(
                        () -> platform.asAdmin()
                                .post(
                                        "platform/v1/batch/runs",
                                        Json.createObjectBuilder()
                                                .add("jobName", "reconcile-ledger")
                                                .build()),
                        answer -> answer.status() == 201)
                .json();
        // It looks through the books of all tests before.
        await().atMost(PATIENCE.multipliedBy(4))
                .until(() -> platform.asAdmin()
                        .get("platform/v1/batch/runs/" + run.getJsonNumber("id"))
                        .expect(200)
                        .json()
                        .getString("status")
                        .equals("COMPLETED"));
    }

    private static void comesAgain(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    private static Answer login(Platform platform, ServerUnderTest server) {
        JsonObject credentials = Json.createObjectBuilder()
                .add("username", "admin")
                .add("password", server.adminPassword())
                .build();
        return platform.anonymous().post("platform/v1/tokens", credentials);
    }

    private static void awaitStatus(Platform platform, int status) {
        eventually(() -> platform.anonymous().get("platform/v1/health/ready").status() == status);
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(condition);
    }
}
