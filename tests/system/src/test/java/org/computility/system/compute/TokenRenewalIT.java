package org.computility.system.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.computility.server.Database;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Table B.2: the answer to a keepalive may bring a new token. */
@OnTheServer
@InTurn
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "ages a token in the database")
class TokenRenewalIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aDeviceWhoseTokenHasLivedHalfOfItsLifeGetsANewOneAndMayUseEither(Platform platform, ServerUnderTest server)
            throws SQLException {
        String code = platform.freshComputeCode();
        Platform.Account device = platform.deviceAccount(code);
        Visitor old = platform.as(register(platform, device, code));
        JsonObject keepalive = Json.createObjectBuilder().add("Code", code).build();
        assertThat(old.post("ACSMP/Keepalive", keepalive).expect(200).json()).doesNotContainKey("Data");

        age(server.database(), code);

        AtomicReference<String> offered = new AtomicReference<>();
        await().atMost(PATIENCE).until(() -> {
            JsonObject answer =
                    old.post("ACSMP/Keepalive", keepalive).expect(200).json();
            if (answer.containsKey("Data")) {
                offered.set(answer.getJsonObject("Data").getString("Token"));
            }
            return offered.get() != null;
        });
        Answer next = platform.as(offered.get()).post("ACSMP/Keepalive", keepalive);
        assertThat(next.expect(200).json()).doesNotContainKey("Data");
        assertThat(old.post("ACSMP/Keepalive", keepalive).expect(200).json())
                .as("the old one is still good, and not offered another at once")
                .doesNotContainKey("Data");
        // The one keepalive that brought it changed something.
        assertThat(platform.asAdmin()
                        .get("platform/v1/audit?action=Keepalive&account=" + device.username())
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isEqualTo(1);
    }

    private static String register(Platform platform, Platform.Account device, String code) {
        JsonObject registration = Json.createObjectBuilder()
                .add("Code", code)
                .add("Type", "CAP")
                .add("IP", "127.0.0.1")
                .add("Port", 9)
                .add("Username", device.username())
                .add("Password", device.password())
                .build();
        return platform.anonymous().post("ACSMP/Register", registration).data().getString("Token");
    }

    /** As if most of the twelve hours were over. */
    private static void age(Database database, String code) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.prepareStatement(
                        "update access_token set expires_at = now() + interval '1 hour' where compute_code = ?")) {
            statement.setString(1, code);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
