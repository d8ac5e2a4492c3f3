package org.computility.system.audit;

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

/** The server dies in the middle of a call that changes something. */
@InTurn(place = 0)
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "kills the server")
class AuditKilledIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void theCallIsRecordedAsUnanswered(Platform platform, ServerUnderTest server) throws IOException {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
        Visitor operator = platform.as(platform.login(account.username(), account.password()));
        String requestId = platform.freshName("request");
        try (ServerSocket source = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            source.setSoTimeout((int) PATIENCE.toMillis());
            String url = "http://127.0.0.1:" + source.getLocalPort() + "/package.tar";
            CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() -> importFrom(url, operator, requestId));
            // The platform fetches the package, from somebody who never answers.
            try (Socket fetching = source.accept()) {
                server.kill();
                assertThat(fetching.isConnected()).isTrue();
            }
            assertThat(call).failsWithin(PATIENCE);
        }

        server.start();

        await().atMost(PATIENCE).until(() -> platform.auditRecords(requestId).size() == 1);
        JsonObject record = platform.auditRecords(requestId).get(0);
        assertThat(record.getString("account")).isEqualTo(account.username());
        assertThat(record.getString("organisationId")).isEqualTo(account.organisationId());
        assertThat(record.getString("action")).isEqualTo("POST /ACSMP/AlgoFilePackages");
        assertThat(record.getInt("outcome")).isZero();
        assertThat(platform.asAdmin()
                        .get("platform/v1/audit/verify")
                        .expect(200)
                        .json()
                        .getBoolean("valid"))
                .isTrue();
    }

    private static Answer importFrom(String url, Visitor operator, String requestId) {
        String body = Json.createObjectBuilder()
                .add("Url", url)
                .add("MD5", "9e107d9d372bb6826bd81d3542a419d6")
                .build()
                .toString();
        return operator.send(operator.request("ACSMP/AlgoFilePackages")
                .header("Content-Type", "application/json")
                .header("X-Request-ID", requestId)
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
