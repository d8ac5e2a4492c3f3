package org.computility.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.computility.server.Database;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

@OnTheServer
@InTurn
class AuditIT {

    private static final String AUDIT = "platform/v1/audit";
    private static final String ORGANISATIONS = "platform/v1/organisations";

    @Test
    void everyChangeLeavesOneRecord(Platform platform) {
        String requestId = platform.freshName("request");
        Visitor admin = platform.asAdmin();

        Answer answer = found(admin, platform.freshName("bureau"), requestId).expect(201);

        assertThat(answer.headers().firstValue("X-Request-ID")).hasValue(requestId);
        JsonObject record = onlyRecord(admin, requestId);
        assertThat(record.getString("account")).isEqualTo("admin");
        assertThat(record.getString("action")).isEqualTo("POST /platform/v1/organisations");
        assertThat(record.getString("target"))
                .isEqualTo("organisation " + answer.json().getString("id"));
        assertThat(record.getString("source")).isNotBlank();
        assertThat(record.getInt("outcome")).isEqualTo(201);
    }

    @Test
    void refusedCallsAreRecordedAsWell(Platform platform) {
        Visitor admin = platform.asAdmin();
        String withoutToken = platform.freshName("request");
        String withBadBody = platform.freshName("request");
        String name = platform.freshName("nobody");

        found(platform.anonymous(), "x", withoutToken).expect(401);
        found(admin, "", withBadBody).expect(400);
        platform.anonymous()
                .post(
                        "platform/v1/tokens",
                        Json.createObjectBuilder()
                                .add("username", name)
                                .add("password", "x")
                                .build())
                .expect(401);

        assertThat(onlyRecord(admin, withoutToken).getInt("outcome")).isEqualTo(401);
        assertThat(onlyRecord(admin, withoutToken)).doesNotContainKey("account");
        assertThat(onlyRecord(admin, withBadBody).getInt("outcome")).isEqualTo(400);
        assertThat(records(admin, "account=" + name + "&outcome=401")).hasSize(1);
    }

    @Test
    void readingAndSearchingLeaveNoRecord(Platform platform) {
        Visitor admin = platform.asAdmin();
        String requestId = platform.freshName("request");

        admin.send(admin.request("platform/v1/accounts/me")
                .header("X-Request-ID", requestId)
                .GET()
                .build());

        assertThat(records(admin, "requestId=" + requestId)).isEmpty();
    }

    @Test
    void aChangeRefusedForItsTypeIsRecordedByItsPath(Platform platform) {
        Visitor admin = platform.asAdmin();
        String unreadable = platform.freshName("request");
        String unspeakable = platform.freshName("request");

        sent(admin, ORGANISATIONS, "Content-Type", "text/plain", unreadable).expect(415);
        sent(admin, ORGANISATIONS, "Accept", "image/png", unspeakable).expect(406);

        for (String requestId : new String[] {unreadable, unspeakable}) {
            JsonObject record = onlyRecord(admin, requestId);
            assertThat(record.getString("action")).isEqualTo("POST /platform/v1/organisations");
            assertThat(record.getString("target")).isEqualTo("/platform/v1/organisations");
            // Refused before the token was looked at.
            assertThat(record).doesNotContainKey("account");
        }
        assertThat(onlyRecord(admin, unreadable).getInt("outcome")).isEqualTo(415);
        assertThat(onlyRecord(admin, unspeakable).getInt("outcome")).isEqualTo(406);
    }

    @Test
    void unknownPathsAndMethodsLeaveNoRecord(Platform platform) {
        Visitor admin = platform.asAdmin();
        String nowhere = platform.freshName("request");
        String unheardOf = platform.freshName("request");

        sent(admin, "platform/v1/no-such-thing", "Content-Type", "text/plain", nowhere)
                .expect(404);
        sent(admin, "platform/v1/audit", "Content-Type", "text/plain", unheardOf)
                .expect(405);

        assertThat(records(admin, "requestId=" + nowhere)).isEmpty();
        assertThat(records(admin, "requestId=" + unheardOf)).isEmpty();
    }

    @Test
    void theTrailIsIntact(Platform platform) {
        JsonObject result =
                platform.asAdmin().get(AUDIT + "/verify").expect(200).json();

        assertThat(result.getBoolean("valid")).as(result.toString()).isTrue();
        assertThat(result.getInt("checked")).isPositive();
    }

    @Test
    void theFirstRecordThatSomebodyChangedBehindThePlatformIsNamed(Platform platform, ServerUnderTest server)
            throws SQLException {
        String requestId = platform.freshName("request");
        Visitor admin = platform.asAdmin();
        found(admin, platform.freshName("bureau"), requestId).expect(201);
        found(admin, platform.freshName("bureau"), platform.freshName("request"))
                .expect(201);
        long id = onlyRecord(admin, requestId).getJsonNumber("id").longValue();
        Database database = server.database();
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            String account = forge(connection, id, "somebody-else");
            try {
                JsonObject result = admin.get(AUDIT + "/verify").expect(200).json();

                assertThat(result.getBoolean("valid")).isFalse();
                assertThat(result.getJsonNumber("firstBrokenId").longValue()).isEqualTo(id);
            } finally {
                forge(connection, id, account);
            }
        }
        assertThat(admin.get(AUDIT + "/verify").expect(200).json().getBoolean("valid"))
                .isTrue();
    }

    @Test
    void auditorsSeeTheirOwnOrganisationAndOthersNothing(Platform platform) {
        String organisation = platform.freshOrganisation();
        Platform.Account account = platform.account(organisation, "AUDITOR");
        Platform.Account operator = platform.account(organisation, "OPERATOR");
        Visitor auditor = platform.as(platform.login(account.username(), account.password()));
        Visitor other = platform.as(platform.login(operator.username(), operator.password()));

        found(auditor, "x", "own-refusal").expect(403);

        assertThat(records(auditor, "pageSize=1000"))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.asJsonObject().getString("organisationId"))
                        .isEqualTo(organisation));
        assertThat(other.get(AUDIT).status()).isEqualTo(403);
        assertThat(other.get(AUDIT + "/verify").status()).isEqualTo(403);
    }

    @Test
    void badFiltersAreNamed(Platform platform) {
        Visitor admin = platform.asAdmin();

        assertThat(admin.get(AUDIT + "?from=yesterday").expect(400).json().getString("member"))
                .isEqualTo("from");
        assertThat(admin.get(AUDIT + "?outcome=x").expect(400).json().getString("member"))
                .isEqualTo("outcome");
        assertThat(admin.get(AUDIT + "?pageSize=1001").expect(400).json().getString("member"))
                .isEqualTo("pageSize");
    }

    /** As a person with the database's own rights may: around the trigger that guards the table. Returns what was there. */
    private static String forge(Connection connection, long id, String account) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement read = connection.prepareStatement("SELECT account FROM audit_record WHERE id = ?");
                PreparedStatement write =
                        connection.prepareStatement("UPDATE audit_record SET account = ? WHERE id = ?")) {
            statement.execute("SET LOCAL session_replication_role = replica");
            read.setLong(1, id);
            write.setString(1, account);
            write.setLong(2, id);
            try (ResultSet row = read.executeQuery()) {
                assertThat(row.next()).isTrue();
                String before = row.getString(1);
                assertThat(write.executeUpdate()).isEqualTo(1);
                connection.commit();
                return before;
            }
        }
    }

    /** A POST of nothing much, with that header. */
    private static Answer sent(Visitor visitor, String path, String header, String value, String requestId) {
        return visitor.send(visitor.request(path)
                .header(header, value)
                .header("X-Request-ID", requestId)
                .POST(BodyPublishers.ofString("{}"))
                .build());
    }

    private static Answer found(Visitor visitor, String name, String requestId) {
        return visitor.send(visitor.request(ORGANISATIONS)
                .header("Content-Type", "application/json")
                .header("X-Request-ID", requestId)
                .POST(BodyPublishers.ofString(
                        Json.createObjectBuilder().add("name", name).build().toString()))
                .build());
    }

    private static JsonObject onlyRecord(Visitor admin, String requestId) {
        JsonArray found = records(admin, "requestId=" + requestId);
        assertThat(found).hasSize(1);
        return found.getJsonObject(0);
    }

    private static JsonArray records(Visitor visitor, String query) {
        return visitor.get(AUDIT + "?" + query).expect(200).json().getJsonArray("items");
    }
}
