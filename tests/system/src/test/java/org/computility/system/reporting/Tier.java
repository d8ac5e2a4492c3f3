package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;

/** One of several platforms: its server, and what an administrator does with it. */
final class Tier implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String RUNS = "platform/v1/batch/runs";

    private final ServerUnderTest server;
    private final String tier;
    private Platform platform;

    /** @param tier {@code NATIONAL}, {@code REGIONAL} or {@code THIRD_PARTY} */
    Tier(ServerUnderTest beside, String name, String tier) {
        server = beside.neighbour(name);
        this.tier = tier;
    }

    void start() {
        // What a platform below told is remembered for a moment only: the test looks at links that are cut.
        server.start(Map.of(
                "COMPUTILITY_TIER", tier, "COMPUTILITY_LOWER_MEMORY", "PT1S", "COMPUTILITY_LOWER_PAUSE", "PT1S"));
        platform = new Platform(server);
    }

    void kill() {
        server.kill();
    }

    Platform platform() {
        return platform;
    }

    String password() {
        return server.adminPassword();
    }

    Visitor admin() {
        return platform.asAdmin();
    }

    @Override
    public void close() {
        server.kill();
    }

    /** Reports from now on to the platform at the end of that link. */
    void reportBy(Link up, Platform.Account account) {
        admin().put(
                        "platform/v1/federation/upper",
                        Json.createObjectBuilder()
                                .add("url", up.url())
                                .add("username", account.username())
                                .add("password", account.password())
                                .build())
                .expect(200);
    }

    /** Asks the platform at the end of that link from now on, which reports by that account. */
    void askBy(Link down, Tier lower, Platform.Account account, String code) {
        admin().put(
                        "platform/v1/federation/lower/" + code,
                        Json.createObjectBuilder()
                                .add("name", code)
                                .add("tier", lower.tier)
                                .add("url", down.url())
                                .add("username", "admin")
                                .add("password", lower.password())
                                .add("account", account.username())
                                .build())
                .expect(200);
    }

    /** A run that people start; where it is, to look at it. */
    String begin(String job) {
        return RUNS + "/"
                + admin().post(
                                RUNS,
                                Json.createObjectBuilder().add("jobName", job).build())
                        .expect(201)
                        .json()
                        .getInt("id");
    }

    /** Its status, once it has ended. */
    String ended(String run) {
        return await().atMost(PATIENCE)
                .until(() -> admin().get(run).expect(200).json(), told -> told.containsKey("endedAt"))
                .getString("status");
    }

    /** Each report as it stands, by the name of its center and the month: its status and the hash of its figures. */
    Map<String, String> reports() {
        Map<String, String> all = new TreeMap<>();
        for (JsonObject state : states()) {
            String before = all.put(
                    names().get(state.getInt("centerId")) + " " + state.getString("reportMonth"),
                    state.getString("status") + " " + state.getString("hash"));
            assertThat(before).as("one report of a center and a month").isNull();
        }
        return all;
    }

    /** How many states all reports together have been in. */
    int knownStates() {
        return admin().get("platform/v1/monitoring/reports/news?after=0")
                .expect(200)
                .json()
                .getJsonArray("reports")
                .size();
    }

    /** The last comparison with the platform above finds both equal. */
    boolean comparesEqual() {
        assertThat(ended(begin("compare-books"))).isEqualTo("COMPLETED");
        return admin().get("platform/v1/federation/comparison")
                .expect(200)
                .json()
                .getBoolean("equal");
    }

    private List<JsonObject> states() {
        return admin().get("platform/v1/monitoring/reports?pageSize=100")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private Map<Integer, String> names() {
        Map<Integer, String> names = new TreeMap<>();
        new Signer(admin())
                .get("api/computePowerCenter")
                .data()
                .getJsonArray("datalist")
                .getValuesAs(JsonObject.class)
                .forEach(center -> names.put(center.getInt("id"), center.getString("name")));
        return names;
    }
}
