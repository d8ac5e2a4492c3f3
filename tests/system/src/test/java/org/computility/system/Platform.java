package org.computility.system;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.computility.system.servers.RunningServer;

/**
 * The running platform. All test classes share it and its database: a test works with codes and names of its own, which
 * the {@code fresh…} methods give.
 */
public final class Platform {

    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(400_000));
    private static final String PASSWORD = "a stranger's secret";

    private final ServerUnderTest server;
    private String adminToken;

    public Platform(ServerUnderTest server) {
        this.server = server;
    }

    /** One that somebody else started; tests that need a server of their own cannot run on it. */
    public static Platform running(String url, String adminPassword) {
        return new Platform(new RunningServer(url, adminPassword));
    }

    /** Where it answers, with a slash at its end. */
    public URI baseUri() {
        return server.baseUri();
    }

    /** Nobody: no token. */
    public Visitor anonymous() {
        return new Visitor(baseUri(), Optional.empty());
    }

    /** The bearer of that token. */
    public Visitor as(String token) {
        return new Visitor(baseUri(), Optional.of(token));
    }

    /** The first administrator. */
    public Visitor asAdmin() {
        return as(adminToken());
    }

    /** A token of the first administrator. */
    public synchronized String adminToken() {
        if (adminToken == null) {
            adminToken = login("admin", server.adminPassword());
        }
        return adminToken;
    }

    /** A new token for that account. */
    public String login(String username, String password) {
        JsonObject body = Json.createObjectBuilder()
                .add("username", username)
                .add("password", password)
                .build();
        return anonymous()
                .post("platform/v1/tokens", body)
                .expect(200, 201)
                .json()
                .getString("token");
    }

    /** The ID of a new organisation. */
    public String freshOrganisation() {
        JsonObject body = Json.createObjectBuilder()
                .add("name", freshName("organisation"))
                .build();
        return asAdmin()
                .post("platform/v1/organisations", body)
                .expect(200, 201)
                .json()
                .getString("id");
    }

    /** A new account with these roles ({@code OPERATOR}, {@code AUDITOR}, …) in a given organisation. */
    public Account account(String organisationId, String... roles) {
        return account(organisationId, Optional.empty(), roles);
    }

    /** A new account, in an organisation of its own, that may register and unregister this compute code only. */
    public Account deviceAccount(String computeCode) {
        return account(freshOrganisation(), Optional.of(computeCode), "DEVICE");
    }

    /** A new device account in a given organisation. */
    public Account deviceAccount(String organisationId, String computeCode) {
        return account(organisationId, Optional.of(computeCode), "DEVICE");
    }

    /** Takes an account out of use: an administrator of one test shall not stay beside the platform's own. */
    public void disable(Account account) {
        JsonObject found = asAdmin()
                .get("platform/v1/accounts?organisationId=" + account.organisationId())
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        asAdmin()
                .patch(
                        "platform/v1/accounts/" + found.getString("id"),
                        Json.createObjectBuilder().add("enabled", false).build())
                .expect(200);
    }

    /** The audit records of the call that had that number. */
    public List<JsonObject> auditRecords(String requestId) {
        return asAdmin()
                .get("platform/v1/audit?requestId=" + requestId)
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    /** A compute code of 20 digits (GB/T 28181, type 502: analysis system) that no other test has. */
    public String freshComputeCode() {
        return "1101080100" + "502" + "0" + String.format("%06d", NEXT.incrementAndGet());
    }

    /** A package ID of 40 digits that no other test has. */
    public String freshPackageId() {
        String now =
                LocalDateTime.now(ZoneId.of("Asia/Shanghai")).format(DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
        return "1101080100" + "508" + "0" + "000001" + now + String.format("%06d", NEXT.incrementAndGet());
    }

    /** A name, at most 40 characters long, that no other test has. */
    public String freshName(String beginning) {
        return beginning + "-" + Integer.toString(NEXT.incrementAndGet(), Character.MAX_RADIX);
    }

    private Account account(String organisationId, Optional<String> computeCode, String... roles) {
        String username = freshName("account");
        JsonArrayBuilder roleNames = Json.createArrayBuilder();
        for (String role : roles) {
            roleNames.add(role);
        }
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("username", username)
                .add("password", PASSWORD)
                .add("organisationId", organisationId)
                .add("roles", roleNames);
        computeCode.ifPresent(code -> body.add("computeCode", code));
        asAdmin().post("platform/v1/accounts", body.build()).expect(200, 201);
        return new Account(username, PASSWORD, organisationId);
    }

    /** Credentials of an account. */
    public record Account(String username, String password, String organisationId) {}
}
