package org.computility.system.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The server dies in the middle of a call that carries an {@code Idempotency-Key}. */
@InTurn(place = 2)
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "kills the server")
class IdempotencyKilledIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int IN_USE = 40904;
    private static final int OUTCOME_UNKNOWN = 40906;

    @Test
    void whatWasAnsweredIsAnsweredAgainAndWhatWasNotIsNotDoneTwice(Platform platform, ServerUnderTest server)
            throws IOException {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
        Visitor operator = platform.as(platform.login(account.username(), account.password()));
        String answered = platform.freshName("key");
        String begun = platform.freshName("key");
        JsonObject elsewhere = from("http://192.168.255.1/no-way-in.tar");
        Answer first = send(operator, elsewhere, answered).expect(400);
        JsonObject slow;
        try (ServerSocket source = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            source.setSoTimeout((int) PATIENCE.toMillis());
            slow = from("http://127.0.0.1:" + source.getLocalPort() + "/package.tar");
            CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() -> send(operator, slow, begun));
            // The platform fetches the package, from somebody who never answers.
            try (Socket fetching = source.accept()) {
                assertThat(send(operator, slow, begun).expect(409).code()).isEqualTo(IN_USE);
                server.kill();
                assertThat(fetching.isConnected()).isTrue();
            }
            assertThat(call).failsWithin(PATIENCE);
        }

        server.start();

        assertThat(send(operator, elsewhere, answered).body()).isEqualTo(first.body());
        await().atMost(PATIENCE)
                .until(() -> send(operator, slow, begun).expect(409).code() == OUTCOME_UNKNOWN);
    }

    private static JsonObject from(String url) {
        return Json.createObjectBuilder()
                .add("Url", url)
                .add("MD5", "9e107d9d372bb6826bd81d3542a419d6")
                .build();
    }

    private static Answer send(Visitor operator, JsonObject body, String key) {
        return operator.send(operator.request("ACSMP/AlgoFilePackages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }
}
